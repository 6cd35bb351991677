package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trama and the OpenTelemetry Java agent work together, whichever comes first. */
class OpenTelemetryIT {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothAgentsWork(boolean tramaFirst, @TempDir Path directory) throws Exception {
    ChildJvm child =
        ChildJvm.running(ExitProgram.class, directory)
            .flags(
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none");
    String other = "-javaagent:" + System.getProperty("opentelemetry.agent.jar");
    EndedJvm ended =
        (tramaFirst ? child.traced("stacks=all").flags(other) : child.flags(other).traced())
            .run()
            .succeeded();
    assertThat(ended.out()).isEqualTo("slept 20\n");
    assertThat(ended.otherErrorLines())
        .as("what OpenTelemetry says")
        .anyMatch(line -> line.contains("opentelemetry-javaagent - version"))
        .noneMatch(line -> line.contains("ERROR") || line.contains("Exception"));
    assertThat(ended.agentLines()).singleElement().asString().startsWith("recording to ");
    assertThat(ended.recording().awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
  }
}
