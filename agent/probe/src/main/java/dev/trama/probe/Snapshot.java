package dev.trama.probe;

/**
 * The threads suspended at one moment: how many, and the few suspended for longest. Counted while
 * the application runs, so the numbers are not those of a single instant.
 */
public final class Snapshot implements SuspendedThreads.Visitor {
  /** One suspended thread. */
  public record Suspended(Thread thread, String kind, long nanos) {}

  private final long nowNanos = System.nanoTime();
  private final Suspended[] longest;
  private long awaiting;
  private long ready;

  private Snapshot(int most) {
    this.longest = new Suspended[most];
  }

  /**
   * Takes a snapshot.
   *
   * @param most how many of the longest suspended to keep
   */
  public static Snapshot take(int most) {
    Snapshot snapshot = new Snapshot(most);
    SuspendedThreads.forEach(snapshot);
    return snapshot;
  }

  @Override
  public void visit(OngoingAwait suspension) {
    if (suspension.wokenBy != 0) {
      ready++;
      return;
    }
    awaiting++;
    long nanos = nowNanos - suspension.sinceNanos;
    int place = longest.length;
    while (place > 0 && (longest[place - 1] == null || longest[place - 1].nanos() < nanos)) {
      place--;
    }
    if (place < longest.length) {
      System.arraycopy(longest, place, longest, place + 1, longest.length - 1 - place);
      longest[place] = new Suspended(suspension.suspended, suspension.kind(), nanos);
    }
  }

  /** How many threads are suspended and have not been woken. */
  public long awaiting() {
    return awaiting;
  }

  /** How many threads have been woken and wait for a carrier. */
  public long ready() {
    return ready;
  }

  /** The longest suspended, longest first; the last elements are null when there are fewer. */
  public Suspended[] longest() {
    return longest.clone();
  }
}
