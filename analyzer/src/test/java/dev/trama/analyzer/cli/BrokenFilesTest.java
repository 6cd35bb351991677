package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.bench.SyntheticRecording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a recording is damaged, a command gives a result or one clear line, but no stack trace,
 * and does not hang: 1,040 files with four kinds of damage. {@code -Dbroken=N} tries N of each
 * kind.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenFilesTest {
  private static final int TRIES = Integer.getInteger("broken", 260);

  @TempDir static Path dir;
  private static byte[] sound;
  private final Random random = new Random(2026);

  @BeforeAll
  static void record() throws Exception {
    Path file = dir.resolve("sound.jfr");
    SyntheticRecording.main(new String[] {file.toString(), "2000", "50"});
    sound = Files.readAllBytes(file);
    assertThat(Outcome.of("summary", file.toString()).out()).contains("2,000");
  }

  private static Outcome summary(byte[] bytes) throws IOException {
    Path file = dir.resolve("broken.jfr");
    Files.write(file, bytes);
    var outcome = Outcome.of("summary", file.toString());
    assertThat(outcome.err()).doesNotContain("\tat ", "Exception in");
    assertThat(outcome.err().lines().filter(line -> !line.startsWith("trama: "))).isEmpty();
    if (outcome.status() == 0) {
      assertThat(outcome.out()).contains("awaits");
    } else {
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().lines()).hasSize(1);
      assertThat(outcome.err()).contains("broken.jfr");
    }
    return outcome;
  }

  @Test
  void truncatedAnywhere_isTold() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int length = random.nextInt(sound.length);
      var outcome = summary(Arrays.copyOf(sound, length));
      assertThat(outcome.status()).as("cut at " + length).isEqualTo(2);
    }
  }

  @Test
  void bitsFlipped_giveAResultOrOneLine() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      byte[] flipped = sound.clone();
      for (int bits = 1 + random.nextInt(8); bits > 0; bits--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      summary(flipped);
    }
  }

  @Test
  void runsOverwritten_giveAResultOrOneLine() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      byte[] overwritten = sound.clone();
      int from = random.nextInt(overwritten.length);
      int to = Math.min(overwritten.length, from + random.nextInt(512));
      Arrays.fill(overwritten, from, to, (byte) random.nextInt(256));
      summary(overwritten);
    }
  }

  @Test
  void noise_isNoRecording() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      byte[] noise = new byte[random.nextInt(5_000)];
      random.nextBytes(noise);
      assertThat(summary(noise).status()).isEqualTo(2);
    }
  }

  @Test
  void concatenated_isOneRecordingOfMoreChunks() throws IOException {
    var twice = new ByteArrayOutputStream();
    twice.write(sound);
    twice.write(sound);
    assertThat(summary(twice.toByteArray()).out()).contains("4,000");
  }

  @Test
  void trailingGarbage_leavesWhatComesBefore() throws IOException {
    byte[] trailed = Arrays.copyOf(sound, sound.length + 100);
    var outcome = summary(trailed);
    assertThat(outcome.out()).contains("2,000");
    assertThat(outcome.err()).contains("no chunk of a recording at byte " + sound.length);
  }

  @Test
  void unfinished_givesWhatWasFlushed() throws IOException {
    var outcome = summary(soundAndThenOneInState(1));
    assertThat(outcome.out()).contains("4,000");
    assertThat(outcome.err()).contains("the program is still writing it, or was killed");
  }

  @Test
  void headerBeingWritten_leavesTheFinishedChunks() throws IOException {
    var outcome = summary(soundAndThenOneInState(255));
    assertThat(outcome.out()).contains("2,000");
    assertThat(outcome.err()).contains("still being written");
  }

  private static byte[] soundAndThenOneInState(int state) throws IOException {
    var two = new ByteArrayOutputStream();
    two.write(sound);
    byte[] second = sound.clone();
    second[64] = (byte) state;
    two.write(second);
    return two.toByteArray();
  }
}
