package dev.trama.analyzer.docs;

import static dev.trama.analyzer.docs.SampleTrace.assertWokenBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.docs.SampleTrace.Suspension;
import dev.trama.analyzer.docs.SampleTrace.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/**
 * Checks what the samples' pages say about their traces, as far as it is the same in every run:
 * counts, wakers, order, and which of two is larger by construction.
 */
@EnabledForJreRange(minVersion = 24)
final class SampleClaimsIT {
  @Test
  void everySampleHasAPageThatRunsIt() throws Exception {
    List<String> names =
        CommandLineRun.successful("demo", "--list")
            .lines()
            .map(line -> line.split(" ")[0])
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    List<String> commands = new ArrayList<>();
    for (Page page : Page.all()) {
      page.steps().forEach(step -> commands.add(step.command()));
    }
    assertThat(commands).containsAll(names.stream().map("trama demo "::concat).toList());
  }

  @Test
  void chess_aGameAwaitsItsMasterAndItsOpponentThirtyTimesEach() throws Exception {
    SampleTrace trace = SampleTrace.of("chess");

    assertThat(trace.named("board-"))
        .hasSize(24)
        .allSatisfy(
            board -> {
              assertThat(board.awaits("sleep"))
                  .hasSize(30)
                  .extracting(Suspension::waker)
                  .containsOnly("timer");
              assertThat(board.awaits("semaphore")).hasSize(30);
              assertWokenBy("master-1", board.awaits("semaphore"));
            });
    assertThat(trace.task("master-1").awaits("sleep")).hasSize(720);
    assertThat(trace.task("one-by-one-1").awaits())
        .hasSize(1440)
        .extracting(Suspension::kind)
        .containsOnly("sleep");
    assertThat(lasted(trace.task("master-1")) * 6).isLessThan(lasted(trace.task("one-by-one-1")));
  }

  @Test
  void count_sameAwaitsInOneTaskAndInThree() throws Exception {
    SampleTrace trace = SampleTrace.of("count");

    Told one = trace.task("one-by-one-1");
    assertThat(one.awaits("sleep")).hasSize(3);
    assertThat(trace.named("counter-"))
        .hasSize(3)
        .allSatisfy(
            counter -> {
              assertThat(counter.awaits("sleep")).containsExactly(one.awaits("sleep").getFirst());
              assertThat(counter.runningNanos()).isLessThan(counter.awaitingNanos());
            });
    assertThat(overlap(trace.named("counter-"))).isTrue();
  }

  @Test
  void rand_awaitsAsOftenInEveryRun() throws Exception {
    SampleTrace trace = SampleTrace.of("rand");

    assertThat(trace.named("draw-"))
        .extracting(draw -> draw.awaits("sleep").size())
        .containsExactly(10, 7, 4);
    assertThat(overlap(trace.named("draw-"))).isTrue();
  }

  @Test
  void chained_twoAwaitsEachAndTheChainsOverlap() throws Exception {
    SampleTrace trace = SampleTrace.of("chained");

    assertThat(trace.named("chain-"))
        .hasSize(3)
        .allSatisfy(chain -> assertThat(chain.awaits("sleep")).hasSize(2).doesNotHaveDuplicates());
    assertThat(overlap(trace.named("chain-"))).isTrue();
  }

  @Test
  void queue_producersAwaitConsumers() throws Exception {
    SampleTrace trace = SampleTrace.of("queue");

    List<Suspension> puts = trace.awaits("producer-", "queue put");
    long byConsumers = puts.stream().filter(put -> put.waker().startsWith("consumer-")).count();
    assertThat(byConsumers * 2).isGreaterThan(puts.size());
    assertThat(trace.awaits("consumer-", "queue take").size()).isLessThan(puts.size());
    assertThat(ofWholeLength(trace.awaits("producer-", "sleep"))).hasSize(48);
    assertThat(ofWholeLength(trace.awaits("consumer-", "sleep"))).hasSize(48);
  }

  /** A wake-up that the queue sends too late ends a sleep's first park, and the JDK parks again. */
  private static List<Suspension> ofWholeLength(List<Suspension> sleeps) {
    return sleeps.stream().filter(sleep -> sleep.ending().equals("timed-out")).toList();
  }

  @Test
  void crawler_olderCodeAwaitsTooAndAPageAwaitsThoseItLinksTo() throws Exception {
    SampleTrace trace = SampleTrace.of("crawler");

    assertThat(trace.named("page-")).hasSize(8);
    assertThat(trace.awaits("page-", "http response")).hasSizeGreaterThanOrEqualTo(8);
    assertWokenBy("SubPoller-", trace.awaits("page-", "http response"));
    assertWokenBy("page-", trace.awaits("page-", "future get"));
    String file = Demos.recording("crawler").toString();
    assertThat(CommandLineRun.successful("trace", file, "--merge"))
        .contains("async Crawler.fetch")
        .doesNotContain("Crawler.write");
    Told first = trace.task("page-1");
    assertThat(trace.tasks()).allSatisfy(page -> within(page, first));
  }

  @Test
  void parallel_tellsTheTwoKindsOfWorkApart() throws Exception {
    SampleTrace trace = SampleTrace.of("parallel");

    assertThat(trace.tasks()).hasSize(16);
    assertThat(trace.named("virtual-")).hasSize(16);
    assertThat(trace.tasks()).filteredOn(task -> task.awaits().isEmpty()).hasSize(8);
    assertThat(trace.awaits("virtual-", "sleep")).hasSize(8);
  }

  @Test
  void parallel1_isConcurrentButNotParallel() throws Exception {
    JsonNode one = SampleTrace.summary("parallel-1");
    JsonNode all = SampleTrace.summary("parallel");

    assertThat(one.at("/carriers/maxParallel").asInt()).isEqualTo(1);
    assertThat(one.at("/tasks/maxInFlight").asInt()).isGreaterThanOrEqualTo(8);
    assertThat(all.at("/tasks/maxInFlight").asInt()).isGreaterThanOrEqualTo(8);
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "else both have one carrier");
    assertThat(readyForARun("parallel-1")).isGreaterThan(readyForARun("parallel"));
  }

  /** How long the tasks that compute are ready for each nanosecond that they run. */
  private static double readyForARun(String sample) throws Exception {
    List<Told> computing =
        SampleTrace.of(sample).tasks().stream().filter(task -> task.awaits().isEmpty()).toList();
    return (double) computing.stream().mapToLong(Told::readyNanos).sum()
        / computing.stream().mapToLong(Told::runningNanos).sum();
  }

  @Test
  void cooperative_speakersTakeTurnsAndTheHogIsNamed() throws Exception {
    SampleTrace trace = SampleTrace.of("cooperative");
    String file = Demos.recording("cooperative").toString();

    assertThat(trace.named("speaker-"))
        .hasSize(3)
        .allSatisfy(speaker -> assertThat(speaker.awaits("yield")).hasSize(4));
    String speakers = CommandLineRun.successful("trace", file, "--task", "speaker-*", "--timeline");
    assertThat(
            Pattern.compile("(speaker-\\d) +await yield")
                .matcher(speakers)
                .results()
                .map(await -> await.group(1)))
        .startsWith("speaker-1", "speaker-2", "speaker-3", "speaker-1", "speaker-2", "speaker-3");
    assertThat(CommandLineRun.successful("trace", file, "--task", "ticker-1", "--timeline"))
        .containsPattern("meanwhile carrier-1 ran .*hog-1 \\d+ ms");
  }

  @Test
  void generator_controlGoesBackAndForth() throws Exception {
    SampleTrace trace = SampleTrace.of("generator");

    assertThat(trace.task("caller-1").awaits("queue put")).hasSize(20);
    assertWokenBy("average", trace.task("caller-1").awaits("queue put"));
    assertThat(trace.task("average").awaits("queue put")).hasSize(20);
    assertWokenBy("caller-1", trace.task("average").awaits("queue put"));
  }

  @Test
  void scope_theFailureEndsTheOthersSleeps() throws Exception {
    SampleTrace trace = SampleTrace.of("scope");

    assertThat(trace.task("page").awaits("scope join"))
        .hasSize(1)
        .allSatisfy(await -> assertThat(await.waker()).startsWith("part-"));
    Told failed = trace.task("page-without-stock");
    assertThat(failed.awaits("scope join")).extracting(Suspension::waker).containsOnly("part-3");
    assertThat(trace.awaits("part-", "sleep"))
        .filteredOn(sleep -> sleep.ending().equals("interrupted"))
        .hasSize(2)
        .extracting(Suspension::waker)
        .containsOnly("part-3");
  }

  private static long lasted(Told task) {
    return task.endNanos() - task.spawnedNanos();
  }

  /** Whether there was an instant at which all of them had begun and none had ended. */
  private static boolean overlap(List<Told> tasks) {
    long lastBorn = tasks.stream().mapToLong(Told::spawnedNanos).max().orElseThrow();
    long firstEnd = tasks.stream().mapToLong(Told::endNanos).min().orElseThrow();
    return lastBorn < firstEnd;
  }

  /** What the inner one still runs after its last await may outlast the one that awaited it. */
  private static void within(Told inner, Told outer) {
    assertThat(inner.spawnedNanos()).isGreaterThanOrEqualTo(outer.spawnedNanos());
    assertThat(inner.endNanos() - inner.runningNanos()).isLessThanOrEqualTo(outer.endNanos());
  }
}
