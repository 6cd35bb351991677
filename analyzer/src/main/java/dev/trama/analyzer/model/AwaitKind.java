package dev.trama.analyzer.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private static final Map<String, AwaitKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(AwaitKind::jsonName, Function.identity()));

  private final String jsonName;

  AwaitKind(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in events, JSON and rules: a contract. */
  public String jsonName() {
    return jsonName;
  }

  /** The kind that an event names; a kind unknown to this version counts as a park. */
  public static AwaitKind ofEvent(String name, boolean pinned) {
    if (pinned) {
      return PINNED;
    }
    return BY_NAME.getOrDefault(name, PARK);
  }
}
