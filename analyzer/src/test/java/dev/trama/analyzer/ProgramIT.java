package dev.trama.analyzer;

import static dev.trama.analyzer.cli.CommandLineRun.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that knows nothing of Trama, {@code src/test/programs/Storefront.java}: every command
 * gives its answer, with the agent and, as far as possible, without it.
 */
class ProgramIT {
  private static final Path SOURCES = Path.of("src/test/programs");
  private static final Path STOREFRONT = SOURCES.resolve("Storefront.java").toAbsolutePath();
  private static final int ORDERS = 24;
  private static final int SLEEPS = 2 * ORDERS + 8;

  @TempDir static Path dir;
  private static String file;
  private static String slower;

  @BeforeAll
  static void record() throws Exception {
    file = AgentRun.record(dir, Program.of(STOREFRONT, "20"), List.of()).toString();
    slower = AgentRun.record(dir, Program.of(STOREFRONT, "80"), List.of()).toString();
  }

  /** What lists with this value of the field. */
  private static JsonNode find(JsonNode array, String field, String value) {
    Optional<JsonNode> found =
        StreamSupport.stream(array.spliterator(), false)
            .filter(node -> node.at("/" + field).asText().equals(value))
            .findFirst();
    assertThat(found).as(value + " in " + array).isPresent();
    return found.get();
  }

  @Test
  void summary_countsTasksAndSleeps_andKnowsWhatBoundsThem() throws Exception {
    JsonNode summary = json("summary", file, "--json");
    // A connection that is closed takes a task too.
    assertThat(summary.at("/tasks/seen").asInt()).isGreaterThanOrEqualTo(ORDERS + 16);
    assertThat(summary.at("/awaits/byKind/sleep/count").asInt()).isEqualTo(SLEEPS);
    assertThat(summary.at("/completeness/lost").asInt()).isZero();
    assertThat(summary.at("/carriers/maxParallel").asInt())
        .isBetween(1, summary.at("/carriers/count").asInt());
    assertThat(summary.at("/tasks/maxInFlight").asInt()).isBetween(9, 40);
    JsonNode shoppers = find(summary.at("/workloads"), "entry", "Storefront.shop");
    assertThat(shoppers.at("/bound").asText()).isEqualTo(isStarved(shoppers) ? "starved" : "io");
    assertThat(find(summary.at("/findings"), "id", "exhausted-pool").at("/message").asText())
        .contains("a Semaphore at Storefront.java:");
  }

  /** On a machine that is so busy with other things, they rightly are. */
  private static boolean isStarved(JsonNode workload) {
    long ready = workload.at("/readyNanos").asLong();
    return 3 * ready
        > workload.at("/runningNanos").asLong() + workload.at("/awaitingNanos").asLong();
  }

  @Test
  void points_areTheProgramsOwnLines() throws Exception {
    JsonNode sleeps = json("points", file, "--json", "--kind", "sleep").at("/points");
    assertThat(sleeps).hasSize(2);
    assertThat(find(sleeps, "method", "Storefront.stock").at("/count").asInt()).isEqualTo(ORDERS);
    assertThat(find(sleeps, "method", "Storefront.pause").at("/count").asInt())
        .isEqualTo(SLEEPS - ORDERS);
    JsonNode responses = json("points", file, "--json", "--kind", "http response").at("/points");
    assertThat(responses.at("/0/method").asText()).isEqualTo("Storefront.order");
    assertThat(responses.at("/0/count").asInt()).isGreaterThanOrEqualTo(ORDERS);
    assertThat(responses.at("/0/p50Nanos").asLong()).isGreaterThanOrEqualTo(30_000_000);
    JsonNode permits = json("points", file, "--json", "--kind", "semaphore").at("/points/0");
    assertThat(permits.at("/method").asText()).isEqualTo("Storefront.pay");
    assertThat(permits.at("/wakers/0/name").asText()).startsWith("request-");
  }

  @Test
  void trace_ofOneTask_ofAllLikeIt_andInOrderOfTime() {
    assertThat(CommandLineRun.successful("trace", file, "--task", "customer-3"))
        .contains("spawned by main at Storefront.main(Storefront.java:")
        .contains("async Storefront.shop", "async Storefront.order", "await http response")
        .contains("await future get", "woken by courier");
    assertThat(CommandLineRun.successful("trace", file, "--merge"))
        .contains("customer-*", "8 tasks", "request-*", "async Storefront.pay");
    assertThat(CommandLineRun.successful("trace", file, "--task", "customer-*", "--timeline"))
        .contains("gave up carrier-", "courier woke it");
  }

  @Test
  void criticalPath_ofACustomer_endsWithTheCourier() throws Exception {
    JsonNode steps =
        json("trace", file, "--json", "--critical-path", "--task", "customer-0").at("/steps");
    List<String> was =
        StreamSupport.stream(steps.spliterator(), false)
            .map(
                s ->
                    s.at("/task").asText()
                        + " "
                        + s.at("/was").asText()
                        + s.at("/fineKind").asText())
            .toList();
    assertThat(was).contains("courier awaitingsleep", "customer-0 awaitinghttp response");
    assertThat(was).doesNotContain("customer-0 awaitingfuture get");
  }

  @Test
  void coroutines_areTheMethodsThatSuspend() throws Exception {
    JsonNode coroutines = json("coroutines", file, "--json").at("/coroutines");
    assertThat(find(coroutines, "method", "Storefront.stock").at("/count").asInt())
        .isEqualTo(ORDERS);
    JsonNode pay = find(coroutines, "method", "Storefront.pay");
    assertThat(pay.at("/count").asInt()).isGreaterThan(ORDERS);
    JsonNode handle = find(coroutines, "method", "Storefront.handle");
    assertThat(handle.at("/count").asInt()).isGreaterThan(2 * ORDERS);
    assertThat(handle.at("/ownCount").asInt()).isLessThan(ORDERS);
  }

  @Test
  void check_holdsOrNames_whatBreaksARule() {
    var broken = CommandLineRun.of("check", file, "--no", "exhausted-pool", "--no-pinned");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out()).contains("FAILED  no exhausted-pool", "ok      no pinned");
    assertThat(CommandLineRun.successful("check", file, "--max-await", "sleep=1m", "--max-lost=0"))
        .contains("every rule holds");
  }

  @Test
  void diff_namesTheStockThatBecameSlower() throws Exception {
    JsonNode points = json("diff", file, slower, "--json").at("/points");
    JsonNode stock = find(points, "method", "Storefront.stock");
    assertThat(stock.at("/verdict").asText()).isEqualTo("slower");
    assertThat(stock.at("/before/count").asInt()).isEqualTo(ORDERS);
    assertThat(stock.at("/after/p50Nanos").asLong()).isGreaterThanOrEqualTo(79_000_000);
  }

  @Test
  void annotate_putsTheAwaitsBesideTheLines() {
    assertThat(CommandLineRun.successful("annotate", file, "--sources", SOURCES.toString()))
        .containsPattern("await sleep ×24 .*Thread.sleep\\(stockMillis\\)")
        .containsPattern("await sleep ×32 .*Thread.sleep\\(millis\\)")
        .containsPattern("async ×24 .*stock\\(\\);");
  }

  /** Only parks, without wakers. */
  @Nested
  class WithoutTheAgent {
    private static String agentless;

    @BeforeAll
    static void record() throws Exception {
      assumeTrue(Runtime.version().feature() >= 25, "jdk.MethodTrace came with JDK 25");
      Path settings = Path.of("../docs/trama-agentless.jfc").toAbsolutePath().normalize();
      agentless =
          AgentRun.recordWithoutAgent(dir, settings.toString(), Program.of(STOREFRONT, "20"))
              .toString();
    }

    @Test
    void everyQuestion_hasAnAnswerThatSaysWhatItLacks() throws Exception {
      assertThat(CommandLineRun.successful("summary", agentless)).contains("DEGRADED");
      JsonNode sleeps = json("points", agentless, "--json", "--kind", "sleep").at("/points");
      assertThat(find(sleeps, "method", "Storefront.stock").at("/count").asInt()).isEqualTo(ORDERS);
      assertThat(CommandLineRun.successful("trace", agentless, "--merge"))
          .contains("customer-*", "await http response");
      assertThat(CommandLineRun.successful("trace", agentless, "--task", "courier", "--timeline"))
          .contains("await sleep");
      assertThat(
              CommandLineRun.successful(
                  "trace", agentless, "--task", "customer-1", "--critical-path"))
          .contains("awaiting future get");
      JsonNode coroutines = json("coroutines", agentless, "--json").at("/coroutines");
      assertThat(find(coroutines, "method", "Storefront.stock").at("/count").asInt())
          .isEqualTo(ORDERS);
      assertThat(CommandLineRun.of("check", agentless, "--no", "exhausted-pool").status())
          .isEqualTo(1);
      assertThat(CommandLineRun.successful("diff", agentless, file)).contains("tasks");
      assertThat(CommandLineRun.successful("annotate", agentless, "--sources", SOURCES.toString()))
          .containsPattern("await sleep ×24 .*Thread.sleep\\(stockMillis\\)");
    }
  }
}
