package dev.trama.analyzer.model;

/**
 * What was awaited, as people say it: {@code socket read}, {@code queue take}, {@code lock}.
 *
 * @param name as shown, in points and traces
 * @param category what it has to do with
 */
public record FineKind(String name, AwaitCategory category) {
  /** The kind of an await of which nothing is known but its top-level kind. */
  public static FineKind unrefined(AwaitKind kind, boolean timed) {
    return switch (kind) {
      case SLEEP -> new FineKind("sleep", AwaitCategory.TIMER);
      case PARK -> new FineKind(timed ? "timed park" : "park", AwaitCategory.OTHER);
      case MONITOR_ENTER -> new FineKind("monitor enter", AwaitCategory.LOCK);
      case OBJECT_WAIT -> new FineKind("object wait", AwaitCategory.SIGNAL);
      case YIELD -> new FineKind("yield", AwaitCategory.OTHER);
      case PINNED -> new FineKind(timed ? "timed park" : "park", AwaitCategory.OTHER);
    };
  }
}
