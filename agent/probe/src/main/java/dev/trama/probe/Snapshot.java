package dev.trama.probe;

/**
 * Who is suspended at one moment: how many, and the few that have been for longest. Counted while
 * the application goes on, so the numbers are those of no single instant.
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

  /** How many threads are suspended and nobody has woken yet. */
  public long awaiting() {
    return awaiting;
  }

  /** How many threads have been woken and wait for a carrier. */
  public long ready() {
    return ready;
  }

  /** The longest suspended, longest first; null at the end when there are fewer. */
  public Suspended[] longest() {
    return longest.clone();
  }
}
