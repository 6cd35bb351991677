package dev.trama.analyzer.read.parse;

/** One event of the type that a {@link EventHandler} asked for. */
public final class Event extends Values {
  private final Clock clock;
  private final int start;
  private final int duration;

  Event(Layout layout, Bytes in, Texts texts, EventHandler handler, Clock clock) {
    super(layout, in, texts);
    this.clock = clock;
    this.start = handler.fields().slot(EventHandler.START);
    this.duration = handler.fields().slot(EventHandler.DURATION);
  }

  /** Since the epoch. */
  public long startNanos() {
    return clock.nanos(value(start));
  }

  /** Since the epoch; the start, of an event without duration. */
  public long endNanos() {
    return clock.nanos(value(start) + value(duration));
  }
}
