package dev.trama.analyzer.model;

/**
 * What was awaited, in words: {@code socket read}, {@code queue take}, {@code lock}.
 *
 * @param name as shown, in points and traces
 * @param category what it depends on
 */
public record FineKind(String name, AwaitCategory category) {
  /** The kind of an await when only its top-level kind is known. */
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
