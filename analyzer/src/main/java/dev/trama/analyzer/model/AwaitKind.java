package dev.trama.analyzer.model;

/** The six top-level kinds of await; together they cover every suspension. */
public enum AwaitKind {
  SLEEP("sleep"),
  /** Parked, with or without a time limit, other than in {@code Thread.sleep}. */
  PARK("park"),
  MONITOR_ENTER("monitor-enter"),
  OBJECT_WAIT("object-wait"),
  YIELD("yield"),
  /** The carrier was blocked instead of given up, whatever was awaited. */
  PINNED("pinned");

  private static final AwaitKind[] ALL = values();

  private final String jsonName;

  AwaitKind(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in events, JSON and rules: a contract. */
  public String jsonName() {
    return jsonName;
  }

  /** The kind an event names; one unknown to this version counts as a park. */
  public static AwaitKind ofEvent(String name, boolean pinned) {
    if (pinned) {
      return PINNED;
    }
    for (AwaitKind kind : ALL) {
      if (kind.jsonName.equals(name)) {
        return kind;
      }
    }
    return PARK;
  }
}
