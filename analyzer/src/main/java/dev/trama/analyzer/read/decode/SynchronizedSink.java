package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Receives what the reading threads decoded, and calls the sink from one thread at a time. */
public final class SynchronizedSink {
  private final Consumer<TraceEvent> sink;
  private final List<Dump> dumps = new ArrayList<>();
  private long lostBytes;
  private Throwable failure;

  public SynchronizedSink(Consumer<TraceEvent> sink) {
    this.sink = sink;
  }

  /** Hands over a batch; returns whether more is wanted. */
  synchronized boolean accept(List<TraceEvent> batch) {
    if (failure == null) {
      try {
        batch.forEach(sink);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }
    return failure == null;
  }

  synchronized void lost(long bytes) {
    lostBytes += bytes;
  }

  /** Bytes of events that JFR reported as dropped. */
  public synchronized long lostBytes() {
    return lostBytes;
  }

  synchronized void dumped(Dump dump) {
    dumps.add(dump);
  }

  /** Why the agent wrote files, in order of time. */
  public synchronized List<Dump> dumps() {
    return dumps.stream().sorted(Comparator.comparingLong(Dump::atNanos)).toList();
  }

  /** Throws what the sink threw: it is not the file's fault, and goes to the reader's caller. */
  public synchronized void rethrow() {
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable impossible -> throw new IllegalStateException(impossible);
    }
  }
}
