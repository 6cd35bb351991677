package dev.trama.junit;

/**
 * The awaits of a test so far: a parameter of the test method.
 *
 * <pre>{@code
 * awaits.of("socket read").exactly(2);
 * awaits.in("com.shop.Repository").none();
 * awaits.of("lock").in(Cart.class).atMost(1);
 * awaits.serial().atMost(2);
 * awaits.atMost(10);
 * }</pre>
 */
public interface Awaits extends AwaitSelection {
  /**
   * The awaits of a kind.
   *
   * @param kind as in traces: {@code socket read}, {@code lock}, {@code queue take}, {@code
   *     connection pool}; or one of {@code sleep}, {@code park}, {@code monitor-enter}, {@code
   *     object-wait}, {@code yield}, {@code pinned} for all awaits of this top-level kind
   * @throws IllegalArgumentException if there is no such kind
   */
  @Override
  AwaitSelection of(String kind);

  /**
   * The awaits below code of this type: one of its methods is on the await's stack.
   *
   * @param type a class with those nested in it, or a package with those below it
   * @throws IllegalArgumentException if there is no such class, and no class of such a package has
   *     been loaded
   */
  @Override
  AwaitSelection in(String type);

  /**
   * The longest row: awaits of IO or time that one thread made one after the other, with no other
   * await between them that would suggest that the next one needed something else first. Whether
   * they could really have overlapped is not certain; a loop that reads one thing after the other
   * is a row as long as the loop. A single await is no row; the selection is then empty.
   */
  AwaitSelection serial();

  /** The await-style trace of the test, as in a failure. */
  String trace();
}
