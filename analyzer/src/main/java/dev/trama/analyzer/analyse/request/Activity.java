package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Slice;

/**
 * Something a task may do with its time.
 *
 * @param kind what it awaits, {@code lock}; empty when it does not await
 * @param place where it awaits; {@link Place#NONE} when it does not, or where no stack was taken
 */
public record Activity(What what, String kind, Place place) {
  /** The state it is in. */
  public enum What {
    RUNNING,
    READY,
    AWAITING,
    PINNED,
    UNKNOWN
  }

  public static final Activity RUNNING = new Activity(What.RUNNING, "", Place.NONE);
  public static final Activity READY = new Activity(What.READY, "", Place.NONE);
  public static final Activity UNKNOWN = new Activity(What.UNKNOWN, "", Place.NONE);

  public static Activity of(Slice slice, Places places) {
    return switch (slice) {
      case Slice.Running ignored -> RUNNING;
      case Slice.Ready ignored -> READY;
      case Slice.Unknown ignored -> UNKNOWN;
      case Slice.Awaiting s -> await(What.AWAITING, s.await(), places);
      case Slice.Pinned s -> await(What.PINNED, s.await(), places);
    };
  }

  private static Activity await(What what, Await await, Places places) {
    return new Activity(what, await.fine().name(), places.of(await));
  }

  public boolean isAwait() {
    return what == What.AWAITING || what == What.PINNED;
  }

  /** {@code running}, {@code lock}, {@code lock (pinned)}. */
  public String label() {
    return switch (what) {
      case RUNNING -> "running";
      case READY -> "ready";
      case AWAITING -> kind;
      case PINNED -> kind + " (pinned)";
      case UNKNOWN -> "unknown";
    };
  }
}
