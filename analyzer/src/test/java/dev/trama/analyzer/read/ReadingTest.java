package dev.trama.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trama.analyzer.bench.SyntheticRecording;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.file.ChunkScan;
import dev.trama.analyzer.read.file.UnreadableRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  private static final int AWAITS = 1_000;

  @TempDir static Path dir;
  private static Path sound;

  @BeforeAll
  static void record() throws Exception {
    sound = dir.resolve("sound.jfr");
    SyntheticRecording.main(new String[] {sound.toString(), "" + AWAITS, "10"});
  }

  /** What the JVM commits when its buffers overflow, which cannot be caused on demand. */
  @Name("jdk.DataLoss")
  static final class Loss extends Event {
    long amount;
  }

  private static Path copies(String name, int count) throws IOException {
    Path file = dir.resolve(name);
    Files.deleteIfExists(file);
    for (int i = 0; i < count; i++) {
      Files.write(
          file, Files.readAllBytes(sound), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return file;
  }

  private static RecordingReader open(Path... files) {
    return RecordingReader.open(List.of(files), CodeMap.standard(List.of()));
  }

  private static RecordingInfo read(AtomicInteger awaits, Path... files) {
    return open(files)
        .read(
            event -> {
              if (event instanceof TraceEvent.Awaited) {
                awaits.incrementAndGet();
              }
            });
  }

  @Test
  void everyChunk_isReadOnceByWhateverThread() throws IOException {
    var awaits = new AtomicInteger();
    RecordingInfo info = read(awaits, copies("many.jfr", 9));
    assertThat(awaits).hasValue(9 * AWAITS);
    assertThat(info.chunks()).isEqualTo(9);
    assertThat(info.warnings()).isEmpty();
  }

  @Test
  void equalStacksOfAllChunks_areOneObject() throws IOException {
    Set<Stack> ofOne = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Stack> ofMany = Collections.newSetFromMap(new IdentityHashMap<>());
    open(sound).read(event -> addStack(event, ofOne));
    open(copies("stacks.jfr", 5)).read(event -> addStack(event, ofMany));
    assertThat(ofOne).isNotEmpty();
    assertThat(ofMany).hasSameSizeAs(ofOne);
  }

  private static void addStack(TraceEvent event, Set<Stack> stacks) {
    if (event instanceof TraceEvent.Awaited awaited) {
      stacks.add(awaited.await().stack());
    }
  }

  @Test
  void severalFilesOrTheirDirectory_areOneRecording() throws IOException {
    Path repository = Files.createDirectories(dir.resolve("repository/2026_11_22_1"));
    Path first = Files.copy(sound, repository.resolve("a.jfr"));
    Path second = Files.copy(sound, repository.resolve("b.jfr"));
    Files.createFile(repository.resolve("c.jfr"));
    var awaits = new AtomicInteger();
    RecordingInfo info = read(awaits, repository.getParent());
    assertThat(awaits).hasValue(2 * AWAITS);
    assertThat(info.warnings()).hasSize(1).first().asString().contains("c.jfr", "is empty");
    read(awaits, first, second);
    assertThat(awaits).hasValue(4 * AWAITS);
  }

  @Test
  void damagedChunk_doesNotHideTheOthers() throws IOException {
    Path file = copies("middle.jfr", 3);
    byte[] bytes = Files.readAllBytes(file);
    long size = Files.size(sound);
    bytes[(int) size + 68] = 0;
    bytes[(int) size + 69] = 0;
    Files.write(file, bytes);
    var awaits = new AtomicInteger();
    RecordingInfo info = read(awaits, file);
    assertThat(awaits).hasValue(2 * AWAITS);
    assertThat(info.warnings())
        .hasSize(1)
        .first()
        .asString()
        .contains("the chunk at byte " + size, "an event at byte " + (size + 68));
  }

  @Test
  void sizesThatLeadBackwards_areFoundBeforeTheParserFollowsThem() throws IOException {
    Path file = copies("backwards.jfr", 1);
    byte[] bytes = Files.readAllBytes(file);
    // Minus one in the nine bytes that a number may take.
    for (int i = 68; i < 77; i++) {
      bytes[i] = (byte) 0xFF;
    }
    Files.write(file, bytes);
    assertThatThrownBy(() -> read(new AtomicInteger(), file))
        .isInstanceOf(UnreadableRecording.class)
        .hasMessageContaining("an event at byte 68");
  }

  @Test
  void poolsThatLeadToThemselves_areFoundToo() throws IOException {
    Path file = copies("circle.jfr", 1);
    byte[] bytes = Files.readAllBytes(file);
    Chunk chunk = ChunkScan.of(file).chunks().getFirst();
    // The header's offset of the pools, moved to the metadata.
    System.arraycopy(bytes, 24, bytes, 16, 8);
    Files.write(file, bytes);
    assertThatThrownBy(() -> read(new AtomicInteger(), file))
        .isInstanceOf(UnreadableRecording.class)
        .hasMessageContaining("the constant pools at byte " + chunk.metadataAt());
  }

  @Test
  void whatTheSinkThrows_reachesTheCaller() throws IOException {
    RecordingReader reader = open(copies("thrown.jfr", 3));
    assertThatThrownBy(
            () ->
                reader.read(
                    event -> {
                      throw new IllegalStateException("sink");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sink");
  }

  @Test
  void whatIsNotAskedFor_isNotThere() {
    open(sound)
        .read(
            event -> {
              if (event instanceof TraceEvent.Awaited(var task, var await)) {
                assertThat(await.awaitable().isKnown()).isFalse();
                assertThat(await.durationNanos()).isNotNegative();
                assertThat(await.stack().isKnown()).isTrue();
              }
            },
            Set.of());
  }

  @Test
  void dataLoss_isToldInBytes() throws IOException {
    Path file = dir.resolve("loss.jfr");
    try (var recording = new Recording()) {
      recording.enable(Loss.class);
      recording.start();
      for (int i = 1; i <= 3; i++) {
        var loss = new Loss();
        loss.amount = 1_000L * i;
        loss.commit();
      }
      recording.stop();
      recording.dump(file);
    }
    RecordingInfo info = read(new AtomicInteger(), file);
    assertThat(info.lostBytes()).isEqualTo(6_000);
    assertThat(info.warnings()).hasSize(1).first().asString().contains("6,000 bytes", "JFR");
  }
}
