package dev.trama.analyzer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A recording that grows. */
interface Followed {
  /** What a reader would call it. */
  String name();

  /** The files to read now; empty when nothing has changed since this was asked last. */
  Optional<List<Path>> changed();

  /** Done when it will not grow any more. */
  CompletableFuture<?> end();
}
