package dev.trama.analyzer.docs;

import static dev.trama.analyzer.docs.SampleTrace.assertWokenBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.docs.SampleTrace.Suspension;
import dev.trama.analyzer.docs.SampleTrace.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Checks what the pages say about the samples with problems. */
@EnabledForJreRange(minVersion = 24)
final class TroubleClaimsIT {
  @Test
  void locks_bothSuspendAndOnlyTheLockKnowsItsWaker() throws Exception {
    SampleTrace trace = SampleTrace.of("locks");

    assertThat(trace.awaits("monitor-", "sleep")).hasSize(60);
    assertThat(trace.awaits("lock-", "sleep")).hasSize(60);
    assertThat(trace.awaits("monitor-", "monitor enter"))
        .isNotEmpty()
        .extracting(Suspension::waker)
        .containsOnly("");
    assertWokenBy("lock-", trace.awaits("lock-", "lock"));
  }

  @Test
  void pinned_theThirdTaskHasToWaitForTheOthers() throws Exception {
    SampleTrace trace = SampleTrace.of("pinned");

    for (Told pinned : List.of(trace.task("task-1"), trace.task("task-2"))) {
      assertThat(pinned.awaits()).hasSize(1).allMatch(Suspension::pinned);
      assertThat(pinned.awaitingNanos()).isZero();
    }
    Told third = trace.task("task-3");
    assertThat(third.awaits("sleep")).hasSize(1).noneMatch(Suspension::pinned);
    assertThat(third.readyNanos()).isGreaterThan(trace.task("task-2").pinnedNanos());
  }

  @Test
  void pool_onlyWithFewConnectionsDoRequestsAwaitEachOther() throws Exception {
    SampleTrace trace = SampleTrace.of("pool");

    assertThat(trace.awaits("few-", "queue take"))
        .isNotEmpty()
        .anyMatch(await -> await.waker().startsWith("few-"));
    assertThat(trace.awaits("few-", "sleep")).hasSize(30);
    // A task that meets another inside the queue may wait a moment for the queue's own lock.
    assertThat(trace.awaits("enough-", "queue take"))
        .hasSizeLessThan(trace.awaits("few-", "queue take").size());
    assertThat(trace.awaits("enough-", "sleep")).hasSize(30);
  }

  @Test
  void stuck_threeAwaitsHaveNotEnded() throws Exception {
    SampleTrace trace = SampleTrace.of("stuck");

    assertThat(trace.task("sleeping-beauty").awaits("condition"))
        .extracting(Suspension::ending)
        .containsExactly("still-suspended");
    for (Told transfer : trace.named("transfer-")) {
      assertThat(transfer.awaits("lock"))
          .extracting(Suspension::ending, Suspension::waker, Suspension::at)
          .containsExactly(tuple("still-suspended", "", "Deadlock.java:27"));
    }
    assertThat(trace.task("signaller").awaits()).isEmpty();
  }

  @Test
  void herd_isTwentyTimesAsManyAwaits() throws Exception {
    SampleTrace trace = SampleTrace.of("herd");

    assertThat(trace.awaits("told-one-", "condition")).hasSize(40);
    assertWokenBy("seller-", trace.awaits("told-one-", "condition"));
    assertThat(trace.awaits("told-all-", "condition")).hasSize(820);
    assertThat(trace.awaits("told-all-", "condition"))
        .filteredOn(await -> !await.waker().startsWith("seller-"))
        .hasSizeBetween(780, 790)
        .filteredOn(await -> !await.waker().isEmpty())
        .allMatch(await -> await.waker().startsWith("told-all-"));
  }

  /** On a busy machine there may be other findings, before and after. */
  @Test
  void orders_threeFindingsThatTheFixesTakeAway() throws Exception {
    String fixed = "orders -Dorders.fix=pool,lock,serial";

    assertThat(findings("orders"))
        .anyMatch(finding -> finding.contains("queued for the connection pool at Database.java:39"))
        .anyMatch(finding -> finding.contains("queued for a ReentrantLock at PriceList.java:46"))
        .anyMatch(
            finding -> finding.contains("OrderPage.partsOneByOne awaits one after the other"));
    assertThat(findings(fixed))
        .noneMatch(finding -> finding.contains("PriceList.java:46"))
        .noneMatch(finding -> finding.contains("OrderPage.partsOneByOne"));
    assertThat(awaitingTheBankWithinAConnection(fixed)).isFalse();
    assertThat(awaitingTheBankWithinAConnection("orders")).isTrue();
  }

  private static List<String> findings(String demo) throws Exception {
    return SampleTrace.summary(demo).at("/findings").findValuesAsText("message");
  }

  private static boolean awaitingTheBankWithinAConnection(String demo) throws Exception {
    String file = Demos.recording(demo).toString();
    return CommandLineRun.successful("trace", file, "--task", "Checkout.handle", "--merge")
        .contains("async Checkout.placeWithinConnection");
  }
}
