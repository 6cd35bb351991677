package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.file.UnreadableRecording;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * The threads that read the chunks of a recording, and the watch over them: a chunk whose reading
 * takes far more processor time than its size explains has led the parser in circles, and is given
 * up together with its thread.
 */
public final class ParallelReader {
  /** A reading thread holds the constant pools of its chunk and little else. */
  private static final long BYTES_A_READER = 96L << 20;

  public static final int MAX_THREADS = 4;
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long PATIENCE_NANOS_A_BYTE = 1_000;
  private final List<Chunk> chunks;
  private final Supplier<ChunkVisitor> visitors;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch unread;
  private final AtomicReferenceArray<Optional<String>> outcomes;
  private final List<Worker> workers = new ArrayList<>();
  private final Watch watch;

  /**
   * What the watch goes by.
   *
   * @param cpuNanos the processor time that a thread of this id has taken
   */
  record Watch(LongUnaryOperator cpuNanos, Duration every) {
    static final Watch REAL =
        new Watch(ManagementFactory.getThreadMXBean()::getThreadCpuTime, Duration.ofSeconds(1));

    long cpuNanos(Thread thread) {
      return cpuNanos.applyAsLong(thread.threadId());
    }
  }

  /** One reading thread. */
  private final class Worker {
    final ChunkReader reader = new ChunkReader(visitors.get());
    final Thread thread = new Thread(this::work, "trama-reader");
    volatile int current = -1;
    volatile long cpuAtBegin;

    Worker start() {
      thread.setDaemon(true);
      thread.start();
      return this;
    }

    private void work() {
      for (int i = next.getAndIncrement(); i < chunks.size(); i = next.getAndIncrement()) {
        cpuAtBegin = watch.cpuNanos(thread);
        current = i;
        finish(i, reader.read(chunks.get(i)));
        if (reader.isAbandoned()) {
          return;
        }
      }
      current = -1;
    }

    boolean isLost() {
      int i = current;
      long spent = watch.cpuNanos(thread) - cpuAtBegin;
      return i >= 0 && spent > PATIENCE_NANOS + chunks.get(i).size() * PATIENCE_NANOS_A_BYTE;
    }
  }

  public ParallelReader(List<Chunk> chunks, Supplier<ChunkVisitor> visitors) {
    this(chunks, visitors, Watch.REAL);
  }

  ParallelReader(List<Chunk> chunks, Supplier<ChunkVisitor> visitors, Watch watch) {
    this.watch = watch;
    this.chunks = chunks;
    this.visitors = visitors;
    this.unread = new CountDownLatch(chunks.size());
    this.outcomes = new AtomicReferenceArray<>(chunks.size());
  }

  /**
   * For each chunk, what kept it from being read to its end.
   *
   * @param maxThreads how many threads to use at most
   */
  public List<Optional<String>> read(int maxThreads) {
    try {
      return work(maxThreads);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableRecording(chunks.getFirst().file(), "reading was interrupted", e);
    }
  }

  private List<Optional<String>> work(int maxThreads) throws InterruptedException {
    long room = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_A_READER);
    int cores = Math.min(maxThreads, Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < Math.min(chunks.size(), Math.min(room, cores)); i++) {
      workers.add(new Worker().start());
    }
    while (!unread.await(watch.every().toMillis(), TimeUnit.MILLISECONDS)) {
      for (Worker worker : List.copyOf(workers)) {
        if (worker.isLost()) {
          giveUp(worker);
        }
      }
    }
    List<Optional<String>> problems = new ArrayList<>();
    for (int i = 0; i < outcomes.length(); i++) {
      problems.add(outcomes.get(i));
    }
    return problems;
  }

  private void giveUp(Worker worker) {
    worker.reader.abandon();
    workers.remove(worker);
    workers.add(new Worker().start());
    finish(worker.current, Optional.of("the parser went in circles"));
  }

  private void finish(int chunk, Optional<String> problem) {
    if (outcomes.compareAndSet(chunk, null, problem)) {
      unread.countDown();
    }
  }
}
