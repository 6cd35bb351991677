package dev.trama.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without an agent in the JVM, no test that asserts awaits passes. */
class AgentIT {
  private static final String BLIND = "no await can be seen, because Trama's agent is not in";

  @TempDir Path reports;

  @Test
  void anAgentThatIsNotThere_isLoaded() throws IOException, InterruptedException {
    List<String> said = run(true, "-XX:+EnableDynamicAgentLoading");
    assertThat(said).anyMatch(line -> line.startsWith("trama: loading the agent into this JVM"));
    assertThat(said).contains("right: SUCCESSFUL", "byAnnotationAlone: SUCCESSFUL");
    assertThat(said)
        .anyMatch(line -> line.startsWith("wrong: FAILED") && line.contains("there was 1"));
  }

  @Test
  void withoutTheAgentsJar_testsFail() throws IOException, InterruptedException {
    assertAll("FAILED", "trama-agent is not on the class path", run(false));
  }

  @Test
  void whereTheJvmRefusesIt_testsFail() throws IOException, InterruptedException {
    List<String> said = run(true, "-XX:+DisableAttachMechanism");
    assertAll("FAILED", "the JVM does not let it be loaded now", said);
  }

  @Test
  void whereThatIsAskedFor_testsAreSkipped() throws IOException, InterruptedException {
    List<String> said = run(true, "-Dtrama.attach=false", "-Dtrama.without-agent=skip");
    assertAll("ABORTED", "trama.attach=false keeps it from being loaded now", said);
  }

  private static void assertAll(String status, String reason, List<String> said) {
    for (String test : List.of("right", "wrong", "byAnnotationAlone")) {
      assertThat(said)
          .anySatisfy(
              line -> assertThat(line).startsWith(test + ": " + status).contains(BLIND, reason));
    }
  }

  private List<String> run(boolean agentJar, String... options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Dtrama.reports=" + reports);
    return ChildTests.run(agentJar, all.toArray(String[]::new));
  }
}
