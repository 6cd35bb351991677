package dev.trama.junit;

/** All awaits of the test. */
final class AllAwaits extends Selection implements Awaits {
  AllAwaits(WatchedTest test) {
    super(test, "", false, all -> all);
  }

  @Override
  public AwaitSelection serial() {
    return new Selection(test, " in a row that could have overlapped", false, SerialRow::longest);
  }

  @Override
  public String trace() {
    return test.trace();
  }
}
