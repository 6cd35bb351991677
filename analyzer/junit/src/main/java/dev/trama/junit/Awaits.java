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
   * Those of a kind.
   *
   * @param kind as traces name it: {@code socket read}, {@code lock}, {@code queue take}, {@code
   *     connection pool}; or one of {@code sleep}, {@code park}, {@code monitor-enter}, {@code
   *     object-wait}, {@code yield}, {@code pinned} for all that is of this top-level kind
   * @throws IllegalArgumentException if there is no such kind
   */
  @Override
  AwaitSelection of(String kind);

  /**
   * Those below code of this type: one of its methods is on the await's stack.
   *
   * @param type a class with those nested in it, or a package with those below it
   * @throws IllegalArgumentException if there is no such class, and no class of such a package has
   *     been loaded
   */
  @Override
  AwaitSelection in(String type);

  /**
   * The longest row: awaits of IO or time that one thread made one after the other, with no other
   * await between them, which would be a hint that the next one needed something from elsewhere.
   * Whether they could have overlapped nobody can tell for sure; a loop that reads one thing after
   * the other is a row as long as the loop. A single await is no row: there are then none.
   */
  AwaitSelection serial();

  /** The await-style trace of the test, as a failure has it. */
  String trace();
}
