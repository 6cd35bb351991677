package dev.trama.analyzer.fleet;

import dev.trama.analyzer.fleet.service.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A folder of recordings, some of them broken.
 *
 * @param whole how many are not
 */
record Recorded(Path folder, int whole, int broken) {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** One in 25 is broken, in one of four ways. */
  static Recorded make(Path folder, int count) throws IOException, InterruptedException {
    int broken = Math.max(4, count / 25);
    int whole = count - broken;
    record(folder, whole);
    Path real = folder.resolve("mail/1.0/host-0/run.jfr");
    for (int i = 0; i < broken; i++) {
      Path file = folder.resolve("pay/2.0/broken-" + i + "/run.jfr");
      byte[] bytes = Files.readAllBytes(real);
      switch (i % 4) {
        case 0 -> write(file, Arrays.copyOf(bytes, bytes.length / 2)); // cut off
        case 1 -> write(file, new byte[0]); // its program was killed before it wrote
        case 2 -> write(file, ("not a recording " + i).getBytes(StandardCharsets.UTF_8));
        default -> write(folder.resolve("astray-" + i + ".jfr"), bytes); // whose is it?
      }
    }
    return new Recorded(folder, whole, broken);
  }

  private static void record(Path folder, int count) throws IOException, InterruptedException {
    Path agent = Path.of("../../agent/installer/target/trama-agent.jar").toAbsolutePath();
    List<String> command =
        List.of(
            JAVA,
            "-javaagent:" + agent.normalize() + "=recording=none",
            "-cp",
            Path.of("target/test-classes").toAbsolutePath().toString(),
            Recorder.class.getName(),
            folder.toString(),
            Integer.toString(count));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("the recorder ended with " + status);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
