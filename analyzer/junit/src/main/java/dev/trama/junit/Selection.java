package dev.trama.junit;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.junit.WatchedTest.Seen;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** {@link AwaitSelection}, evaluated again at each call. */
class Selection implements AwaitSelection {
  final WatchedTest test;
  private final String description;
  private final boolean showWakers;
  private final Function<List<Seen>, List<Seen>> choice;

  /**
   * @param description the words after "awaits" in a sentence; empty for all awaits
   * @param choice selects among the awaits of the test
   */
  Selection(
      WatchedTest test,
      String description,
      boolean showWakers,
      Function<List<Seen>, List<Seen>> choice) {
    this.test = test;
    this.description = description;
    this.showWakers = showWakers;
    this.choice = choice;
  }

  private AwaitSelection narrowed(
      String more, boolean wakers, java.util.function.Predicate<Seen> keep) {
    return new Selection(
        test,
        description + " " + more,
        showWakers || wakers,
        all -> choice.apply(all).stream().filter(keep).toList());
  }

  @Override
  public AwaitSelection of(String kind) {
    Kinds.check(kind);
    return narrowed("of \"" + kind + "\"", false, seen -> Kinds.is(seen.await(), kind));
  }

  @Override
  public AwaitSelection in(String type) {
    Types.check(type, test.loader());
    return narrowed("in " + type, false, seen -> Types.isBelow(seen.await().stack(), type));
  }

  @Override
  public AwaitSelection in(Class<?> type) {
    return narrowed(
        "in " + type.getName(), false, seen -> Types.isBelow(seen.await().stack(), type.getName()));
  }

  @Override
  public AwaitSelection wokenBy(String waker) {
    return narrowed("woken by " + waker, true, seen -> test.wakers().isBy(seen, waker));
  }

  @Override
  public AwaitSelection pinned() {
    return narrowed(
        "with a pinned carrier", false, seen -> seen.await().kind() == AwaitKind.PINNED);
  }

  @Override
  public AwaitSelection exactly(int times) {
    return check(times, times, "exactly " + awaits(times));
  }

  @Override
  public AwaitSelection atMost(int times) {
    return check(0, times, "at most " + awaits(times));
  }

  @Override
  public AwaitSelection atLeast(int times) {
    return check(times, Integer.MAX_VALUE, "at least " + awaits(times));
  }

  @Override
  public void none() {
    check(0, 0, "no await");
  }

  @Override
  public int count() {
    return seen().size();
  }

  @Override
  public Duration total() {
    return Duration.ofNanos(seen().stream().mapToLong(s -> s.await().durationNanos()).sum());
  }

  private List<Seen> seen() {
    return choice.apply(test.awaits());
  }

  private AwaitSelection check(int least, int most, String expected) {
    List<Seen> seen = seen();
    int count = seen.size();
    if (count < least || count > most) {
      String was = count == 0 ? "there was none" : "there were " + count;
      throw test.failure(
          "expected "
              + expected
              + description
              + ", but "
              + (count == 1 ? "there was 1" : was)
              + (count == 0 ? "" : ":"),
          Points.lines(seen, showWakers, test.wakers()),
          expected,
          count);
    }
    return this;
  }

  private static String awaits(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("a test cannot have " + times + " awaits");
    }
    return times == 1 ? "1 await" : times + " awaits";
  }
}
