package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.docs.JsonFields;
import dev.trama.analyzer.workload.Watched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama top} as scripts start it, and what it says when it cannot look. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class TopIT {
  private static final Pattern DOCUMENTED =
      Pattern.compile("## `trama top PID --json`.*?```json\\n(.*?)```", Pattern.DOTALL);

  private static final String AGENT =
      "-javaagent:"
          + ChildProcess.PROJECT.resolve("agent/installer/target/trama-agent.jar")
          + "=file=";

  @TempDir Path directory;

  @Test
  void oneLook_countsWhoIsSuspendedWhere_alsoThoseWhoWereBefore() throws Exception {
    try (var program = WatchedProgram.start(directory)) {
      ChildProcess looked = program.top("--json");
      assertThat(looked.status()).as(looked.err()).isZero();
      JsonNode look = new ObjectMapper().readTree(looked.out());

      assertThat(look.at("/counts/inFlight").asInt())
          .isBetween(
              1 + Watched.LOCKED_OUT + Watched.GUESTS, 2 + Watched.LOCKED_OUT + Watched.GUESTS);
      assertThat(look.at("/awaitingByKind/lock").asInt()).isEqualTo(Watched.LOCKED_OUT);
      assertThat(look.at("/awaitingByKind/semaphore").asInt()).isEqualTo(Watched.GUESTS);
      JsonNode lock = only(look.get("points"), "fineKind", "lock");
      assertThat(lock.get("method").asText()).isEqualTo("Watched.lock");
      assertThat(lock.get("awaiting").asInt()).isEqualTo(Watched.LOCKED_OUT);
      assertThat(only(look.get("points"), "fineKind", "sleep").get("awaitsPerSecond").asDouble())
          .isPositive();
      JsonNode holder = only(look.get("longest"), "taskName", "holder");
      assertThat(only(look.get("longest"), "taskName", "locked-out-0").get("heldBy").asLong())
          .isEqualTo(holder.get("task").asLong());
    }
  }

  @Test
  void theAgentThatWasBrought_isTakenAwayAgain() throws Exception {
    try (var program = WatchedProgram.start(directory)) {
      ChildProcess looked = program.top("--once");
      assertThat(looked.status()).as(looked.err()).isZero();
      program.awaitNoAgent();
      assertThat(program.isAlive()).isTrue();
    }
  }

  @Test
  void json_hasTheFieldsThatThePageSays() throws Exception {
    Matcher documented =
        DOCUMENTED.matcher(Files.readString(ChildProcess.PROJECT.resolve("docs/json.md")));
    assertThat(documented.find()).isTrue();
    var json = new ObjectMapper();
    try (var program = WatchedProgram.start(directory)) {
      assertThat(JsonFields.of(json.readTree(program.top("--json").out())))
          .isEqualTo(JsonFields.of(json.readTree(documented.group(1))));
    }
  }

  @Test
  void anAgentThatWasThereBefore_stays() throws Exception {
    try (var program = WatchedProgram.start(directory, AGENT + directory.resolve("x.jfr"))) {
      ChildProcess looked = program.top("--once");
      assertThat(looked.status()).as(looked.err()).isZero();
      assertThat(looked.out()).contains("Watched.lock", "5 lock").doesNotContain("\u001b");
      assertThat(program.hasAgent()).isTrue();
    }
  }

  @Test
  void withoutAnArgument_listsTheProgramsAndCountsTheirVirtualThreads() throws Exception {
    try (var program = WatchedProgram.start(directory)) {
      ChildProcess listed = ChildProcess.trama(directory, List.of("top"));
      assertThat(listed.status()).as(listed.err()).isZero();
      int tasks = 2 + Watched.LOCKED_OUT + Watched.GUESTS;
      assertThat(listed.out().lines())
          .anySatisfy(
              line ->
                  assertThat(line.strip().split("\\s+"))
                      .startsWith(program.pid(), Integer.toString(tasks))
                      .endsWith(Watched.class.getName()));
    }
  }

  @Test
  void aPartOfTheMainClass_findsTheProgram() throws Exception {
    String name = "Watched" + Long.toHexString(System.nanoTime());
    try (var program = WatchedProgram.startAs(directory, name + "Service")) {
      ChildProcess looked = ChildProcess.trama(directory, List.of("top", name, "--once"));
      assertThat(looked.status()).as(looked.err()).isZero();
      assertThat(looked.out()).contains(name + "Service (" + program.pid() + ")");
    }
  }

  @Test
  void aProgramThatTakesNoAgent_isRefusedWithTheRemedy() throws Exception {
    try (var program = WatchedProgram.start(directory, "-XX:-EnableDynamicAgentLoading")) {
      assertOneLine(program.top("--once"), "accepts no agent", "-XX:+EnableDynamicAgentLoading");
    }
  }

  @Test
  void aProgramThatLetsNobodyAttach_isRefusedWithTheRemedy() throws Exception {
    try (var program = WatchedProgram.start(directory, "-XX:+DisableAttachMechanism")) {
      assertOneLine(
          program.top("--once"), "does not allow attaching", "-XX:+DisableAttachMechanism");
    }
  }

  @Test
  void aProgramThatIsSuspended_doesNotAnswer() throws Exception {
    try (var program = WatchedProgram.start(directory)) {
      signal("-STOP", program);
      assertOneLine(program.top("--once"), "does not answer", "suspended");
      signal("-CONT", program);
      assertThat(program.isAlive()).isTrue();
    }
  }

  private static void signal(String signal, WatchedProgram program) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, program.pid()).start().waitFor()).isZero();
  }

  @Test
  void whatIsNoJavaProgram_isNamed() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      String pid = Long.toString(other.pid());
      assertOneLine(
          ChildProcess.trama(directory, List.of("top", pid, "--once")), "attach to " + pid);
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aProcessThatIsNotThere_isNamed() throws Exception {
    assertOneLine(
        ChildProcess.trama(directory, List.of("top", "999999999", "--once")),
        "no process 999999999");
  }

  @Test
  void aNameThatNothingHas_isNamed() throws Exception {
    assertOneLine(
        ChildProcess.trama(directory, List.of("top", "no.such.Main", "--once")), "no.such.Main");
  }

  @Test
  void withoutATerminal_saysWhatToDo() throws Exception {
    try (var program = WatchedProgram.start(directory)) {
      assertOneLine(program.top(), "needs a terminal", "--once");
      assertThat(program.hasAgent()).isFalse();
    }
  }

  private static void assertOneLine(ChildProcess refused, String... parts) {
    assertThat(refused.status()).as(refused.out()).isEqualTo(2);
    assertThat(refused.err()).hasLineCount(1).startsWith("trama: ").contains(parts);
  }

  private static JsonNode only(JsonNode array, String field, String value) {
    List<JsonNode> found =
        StreamSupport.stream(array.spliterator(), false)
            .filter(node -> node.get(field).asText().equals(value))
            .toList();
    assertThat(found).as(value + " in " + array).hasSize(1);
    return found.getFirst();
  }
}
