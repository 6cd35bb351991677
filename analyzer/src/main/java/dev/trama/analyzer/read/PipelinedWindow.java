package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Holds two windows of a recording at a time: one is analysed in a thread of its own while the next
 * is read. A single thread reads a window of one chunk, so this uses another core.
 */
public final class PipelinedWindow implements WindowSink, AutoCloseable {
  private final boolean includeJdk;
  private final Consumer<Recording> held;
  private final ExecutorService looking =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "trama-windows"));
  private Future<?> lookedAt = CompletableFuture.completedFuture(null);
  private RecordingBuilder window;

  /** Cleared before the recording is built, so that the events are not held twice. */
  private final AtomicReference<RecordingBuilder> complete = new AtomicReference<>();

  /**
   * @param held takes each window when it is complete, without wake-ups, in order of time and in
   *     one thread; the next call of {@link #end} or {@link #close} throws what it throws
   */
  public PipelinedWindow(boolean includeJdk, Consumer<Recording> held) {
    this.includeJdk = includeJdk;
    this.held = held;
  }

  @Override
  public Consumer<TraceEvent> begin() {
    window = new RecordingBuilder(includeJdk, false);
    return window;
  }

  @Override
  public void end(RecordingInfo info) {
    await();
    complete.set(window);
    window = null;
    lookedAt = looking.submit(() -> held.accept(complete.getAndSet(null).build(info)));
  }

  /** Waits until the last window has been analysed. */
  @Override
  public void close() {
    try {
      await();
    } finally {
      looking.shutdownNow();
    }
  }

  private void await() {
    try {
      lookedAt.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    } catch (ExecutionException e) {
      lookedAt = CompletableFuture.completedFuture(null);
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException exception -> throw exception;
        case Throwable impossible -> throw new IllegalStateException(impossible);
      }
    }
  }
}
