package dev.trama.analyzer.analyse.births;

import dev.trama.analyzer.model.Spawn;

/** What sort of thing a task was started in. */
public enum Container {
  /** By itself, as {@code Thread.startVirtualThread} does. */
  NONE,
  EXECUTOR,
  /** A scope of structured concurrency, which outlives none of its tasks. */
  SCOPE;

  /** Up to JDK 24 a scope is known by the flock that it starts its threads in. */
  static Container of(Spawn spawn) {
    String name = spawn.container();
    if (name.isEmpty()) {
      return NONE;
    }
    return name.contains("StructuredTaskScope") || name.contains("ThreadFlock") ? SCOPE : EXECUTOR;
  }
}
