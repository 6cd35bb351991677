package dev.trama.analyzer.read.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.bench.SyntheticRecording;
import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.file.ChunkScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A parser that is led in circles takes processor time without end; here a clock says it does. */
class ParallelReaderTest {
  private static final int AWAITS = 200;
  private static final int CHUNKS = 4;
  private static final Duration OFTEN = Duration.ofMillis(10);

  @TempDir Path dir;

  private final AtomicBoolean circling = new AtomicBoolean();
  private final AtomicReference<Thread> lost = new AtomicReference<>();
  private final CountDownLatch outOfTheCircle = new CountDownLatch(1);
  private final AtomicInteger awaits = new AtomicInteger();
  private final AtomicInteger ends = new AtomicInteger();

  /** The first to come to an event of its chunk goes in circles there; all others read on. */
  private final class Visitor implements ChunkVisitor {
    @Override
    public Map<String, Consumer<RecordedEvent>> handlers() {
      return Map.of("trama.Await", this::await);
    }

    private void await(RecordedEvent event) {
      if (circling.compareAndSet(false, true)) {
        lost.set(Thread.currentThread());
        try {
          outOfTheCircle.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      } else if (Thread.currentThread() != lost.get()) {
        awaits.incrementAndGet();
      }
    }

    @Override
    public void begin() {}

    @Override
    public boolean wantsMore() {
      return true;
    }

    @Override
    public void end() {
      ends.incrementAndGet();
    }
  }

  private long cpuNanos(long thread) {
    Thread circles = lost.get();
    return circles != null && circles.threadId() == thread ? TimeUnit.HOURS.toNanos(1) : 0;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void chunkThatLeadsInCircles_isGivenUpAndTheOthersAreRead() throws Exception {
    List<Chunk> chunks = chunks();
    var crew =
        new ParallelReader(chunks, Visitor::new, new ParallelReader.Watch(this::cpuNanos, OFTEN));
    List<Optional<String>> problems = crew.read(1);
    assertThat(problems).hasSize(CHUNKS);
    assertThat(problems.getFirst()).contains("the parser went in circles");
    assertThat(problems.subList(1, CHUNKS)).allMatch(Optional::isEmpty);
    assertThat(awaits).hasValue((CHUNKS - 1) * AWAITS);

    outOfTheCircle.countDown();
    lost.get().join();
    assertThat(ends).as("nobody takes what comes late").hasValue(CHUNKS - 1);
    assertThat(awaits).hasValue((CHUNKS - 1) * AWAITS);
  }

  @Test
  void slowButWithinReason_isRead() throws Exception {
    circling.set(true);
    var crew =
        new ParallelReader(
            chunks(), Visitor::new, new ParallelReader.Watch(thread -> 1_000_000_000, OFTEN));
    assertThat(crew.read(2)).allMatch(Optional::isEmpty);
    assertThat(awaits).hasValue(CHUNKS * AWAITS);
  }

  private List<Chunk> chunks() throws Exception {
    Path one = dir.resolve("one.jfr");
    SyntheticRecording.main(new String[] {one.toString(), "" + AWAITS});
    Path many = dir.resolve("many.jfr");
    for (int i = 0; i < CHUNKS; i++) {
      Files.write(
          many, Files.readAllBytes(one), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return ChunkScan.of(many).chunks();
  }
}
