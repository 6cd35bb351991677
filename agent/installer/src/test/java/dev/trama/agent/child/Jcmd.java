package dev.trama.agent.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's own {@code jcmd}. */
final class Jcmd {
  private static final long LIMIT_SECONDS = 60;

  private Jcmd() {}

  static String run(long pid, String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(ChildJvm.ownJava().resolveSibling("jcmd").toString());
    all.add(Long.toString(pid));
    all.addAll(List.of(command));
    Path output = Files.createTempFile("jcmd", ".txt");
    try {
      Process jcmd =
          new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!jcmd.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        jcmd.destroyForcibly();
        throw new AssertionError(all + " did not end");
      }
      String said = Files.readString(output, UTF_8);
      if (jcmd.exitValue() != 0) {
        throw new AssertionError(all + " failed: " + said);
      }
      return said;
    } finally {
      Files.delete(output);
    }
  }
}
