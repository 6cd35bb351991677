package dev.trama.analyzer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A recording that grows. */
interface Followed {
  /** Its name for messages. */
  String name();

  /** The files to read now; empty when nothing has changed since this was asked last. */
  Optional<List<Path>> changed();

  /** Completes when it will not grow any more. */
  CompletableFuture<?> end();
}
