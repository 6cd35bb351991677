package dev.trama.analyzer;

import static dev.trama.analyzer.cli.CommandLineRun.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Counted;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made without the agent show what they have, and say what they lack. */
class AgentlessIT {
  @TempDir Path dir;

  @Test
  void tracedMethods_giveParksWithTheirStacks() throws Exception {
    assumeTrue(Runtime.version().feature() >= 25, "jdk.MethodTrace came with JDK 25");
    Path settings = Path.of("../docs/trama-agentless.jfc").toAbsolutePath().normalize();
    String file =
        AgentRun.recordWithoutAgent(dir, settings.toString(), Program.of(Counted.class)).toString();
    JsonNode summary = json("summary", file, "--json");
    assertThat(summary.at("/recording/source").asText()).isEqualTo("methodtrace");
    assertThat(summary.at("/tasks/seen").asInt()).isEqualTo(9);
    assertThat(summary.at("/tasks/ended").asInt()).isEqualTo(9);
    assertThat(summary.at("/awaits/byKind/sleep/count").asInt()).isGreaterThanOrEqualTo(61);
    assertThat(summary.at("/awaits/readyNanos").asLong()).isZero();
    assertThat(CommandLineRun.successful("summary", file)).contains("DEGRADED", "jdk.MethodTrace");

    JsonNode points = json("points", file, "--json", "--kind", "semaphore").at("/points");
    assertThat(points.at("/0/method").asText()).isEqualTo("Counted.main (lambda)");
    assertThat(points.at("/0/count").asInt()).isEqualTo(1);
    assertThat(points.at("/0/wakers")).isEmpty();
    JsonNode sleeps = json("points", file, "--json", "--kind", "sleep").at("/points");
    assertThat(sleeps.at("/0/method").asText()).isEqualTo("Counted.pause");
    assertThat(CommandLineRun.successful("trace", file, "--task", "catcher"))
        .contains("await queue take");
  }

  @Test
  void plainRecording_givesLongSleepsAndSaysHowToGetMore() throws Exception {
    String file = AgentRun.recordWithoutAgent(dir, "profile", Program.of(Counted.class)).toString();
    JsonNode summary = json("summary", file, "--json");
    assertThat(summary.at("/recording/source").asText()).isEqualTo("jfr");
    assertThat(summary.at("/awaits/byKind/sleep/count").asInt()).isEqualTo(61);
    assertThat(summary.at("/awaits/byKind/park/count").asInt()).isZero();
    assertThat(CommandLineRun.successful("summary", file)).contains("DEGRADED", "trama run");
  }
}
