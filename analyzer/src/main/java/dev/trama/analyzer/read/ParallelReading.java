package dev.trama.analyzer.read;

import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads parts side by side. The sink is called by one thread at a time, with events in batches, so
 * it need not know.
 */
final class ParallelReading {
  private static final int BATCH = 2_048;

  private final Consumer<TraceEvent> sink;

  ParallelReading(Consumer<TraceEvent> sink) {
    this.sink = sink;
  }

  /** The warnings of all parts, in their order. */
  List<String> read(List<PartStream> parts) {
    List<String> warnings = new ArrayList<>();
    if (parts.size() == 1) {
      parts.getFirst().read(sink).ifPresent(warnings::add);
      return warnings;
    }
    int threads = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
    try (var executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Optional<String>>> reading =
          parts.stream().map(part -> executor.submit(() -> readInBatches(part))).toList();
      for (var part : reading) {
        part.get().ifPresent(warnings::add);
      }
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
    return warnings;
  }

  private Optional<String> readInBatches(PartStream part) {
    List<TraceEvent> batch = new ArrayList<>(BATCH);
    Optional<String> warning =
        part.read(
            event -> {
              batch.add(event);
              if (batch.size() == BATCH) {
                deliver(batch);
              }
            });
    deliver(batch);
    return warning;
  }

  private void deliver(List<TraceEvent> batch) {
    synchronized (sink) {
      batch.forEach(sink);
    }
    batch.clear();
  }

  private static RuntimeException unchecked(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException e -> e;
      default -> new IllegalStateException(cause);
    };
  }
}
