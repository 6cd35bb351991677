package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.AgentRun;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code live.md} for Micrometer, compiled as they stand there and run. */
class MicrometerIT {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  private static final String PROGRAM =
      """
      import io.micrometer.core.instrument.*;
      import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
      import java.lang.management.ManagementFactory;
      import java.util.*;
      import java.util.concurrent.*;
      import javax.management.*;

      final class Bound {
        BINDER

        public static void main(String[] args) throws Exception {
          var registry = new SimpleMeterRegistry();
          bindVirtualThreads(registry);
          var over = new CountDownLatch(1);
          for (int i = 0; i < 20; i++) {
            Thread.ofVirtual().start(() -> {
              try {
                over.await();
              } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
              }
            });
          }
          while (!(registry.get("trama.awaiting").gauge().value() >= 20)
              || !(registry.get("trama.oldest.await.seconds").gauge().value() > 0)) {
            Thread.sleep(10);
          }
          for (Meter meter : registry.getMeters()) {
            System.out.println(meter.getId().getName() + " " + meter.measure().iterator().next());
          }
        }
      }
      """;

  @Test
  void binder_compiles_andShowsWhoAwaits(@TempDir Path directory) throws Exception {
    Path source = directory.resolve("Bound.java");
    Files.writeString(source, PROGRAM.replace("BINDER", binder()));
    String classPath = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", "" + directory, "" + source);
    assertThat(status).as("compiled").isZero();
    String withProgram = directory + java.io.File.pathSeparator + classPath;
    var program = new Program("Bound", List.of("-cp", withProgram, "Bound"));
    AgentRun.record(directory, program, "stacks=none");
    assertThat(Files.readString(directory.resolve("Bound.log")))
        .containsPattern("trama.awaiting .*value=20.0")
        .contains("trama.ready ", "trama.ready.p99.seconds ", "trama.oldest.await.seconds ");
  }

  private static String binder() throws Exception {
    String page = Files.readString(ChildProcess.PROJECT.resolve("docs/live.md"));
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).contains("bindVirtualThreads(")) {
        return block.group(1);
      }
    }
    throw new AssertionError("no lines for Micrometer on the page");
  }
}
