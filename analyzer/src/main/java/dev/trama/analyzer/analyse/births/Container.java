package dev.trama.analyzer.analyse.births;

import dev.trama.analyzer.model.Spawn;

/** The sort of container in which a task was started. */
public enum Container {
  /** By itself, as {@code Thread.startVirtualThread} does. */
  NONE,
  EXECUTOR,
  /** A scope of structured concurrency, which outlives none of its tasks. */
  SCOPE;

  /** Up to JDK 24 a scope is recognised by the flock in which it starts its threads. */
  static Container of(Spawn spawn) {
    String name = spawn.container();
    if (name.isEmpty()) {
      return NONE;
    }
    return name.contains("StructuredTaskScope") || name.contains("ThreadFlock") ? SCOPE : EXECUTOR;
  }
}
