package dev.trama.analyzer.analyse.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tasks that were there before the recording, as when the agent is attached to a program. */
class SummaryFoldTest {
  private static final long END = 100_000;
  private static final ThreadRef CARRIER = new ThreadRef(99, "carrier", false);

  private final List<TraceEvent> events = new ArrayList<>();

  private void awaits(int task, long from, long to) {
    events.add(new TraceEvent.Awaited(ThreadRef.task(task), await(from, to, Await.Ending.WOKEN)));
  }

  private static Await await(long from, long to, Await.Ending ending) {
    return new Await(
        AwaitKind.PARK,
        FineKind.unrefined(AwaitKind.PARK, false),
        from,
        to,
        0,
        0,
        Awaitable.NONE,
        CARRIER,
        ThreadRef.UNKNOWN,
        Waker.UNKNOWN,
        Stack.NONE,
        ending);
  }

  private void starts(int task, long at) {
    events.add(new TraceEvent.Started(ThreadRef.task(task), at));
  }

  private void ends(int task, long at) {
    events.add(new TraceEvent.Ended(ThreadRef.task(task), at));
  }

  /** In whatever order the events come. */
  private Summary summary() {
    Collections.shuffle(events, new Random(5));
    var fold = new SummaryFold(new RecordingSpan(0, END, 0), false);
    events.forEach(fold);
    return fold.summary();
  }

  /** Ten tasks run one after the other for 1 us each, all of which await unseen until then. */
  @Test
  void suspendedBeforeTheRecording_doNotSeemToRunUntilTheyDo() {
    for (int task = 1; task <= 10; task++) {
      awaits(task, task * 4_000L, 50_000 + task * 4_000L);
      ends(task, 51_000 + task * 4_000L);
    }
    Summary summary = summary();
    assertThat(summary.running().max()).isEqualTo(1);
    assertThat(summary.running().curve(4)[0]).isZero();
    assertThat(summary.isParallelismOverstated()).isFalse();
    assertThat(summary.inFlight().max()).isEqualTo(10);
    assertThat(summary.inFlight().curve(4)[0]).isEqualTo(10);
    assertThat(summary.truncatedTasks()).isEqualTo(10);
  }

  /** As in a ring: the first awaits are there, although their beginnings are not. */
  @Test
  void awaitsThatBeganBefore_endInRunning() {
    for (int task = 1; task <= 10; task++) {
      awaits(task, -5_000, task * 4_000L);
      awaits(task, 1_000 + task * 4_000L, 90_000);
      ends(task, 90_000);
    }
    assertThat(summary().running().max()).isEqualTo(1);
  }

  @Test
  void onlyTheirEndOrTheirLastingAwait_isNoRunning() {
    for (int task = 1; task <= 10; task++) {
      ends(task, task * 4_000L);
      events.add(
          new TraceEvent.StillAwaiting(
              ThreadRef.task(10 + task),
              await(-7_000, END, Await.Ending.STILL_SUSPENDED),
              ThreadRef.UNKNOWN,
              END));
    }
    Summary summary = summary();
    assertThat(summary.running().max()).isZero();
    assertThat(summary.inFlight().max()).isEqualTo(20);
    assertThat(summary.inFlight().curve(2)[1]).isBetween(10L, 11L);
  }

  @Test
  void besideTheirYoungers_countAsTheyDo() {
    awaits(1, 10_000, 30_000);
    awaits(1, 40_000, 90_000);
    ends(1, 95_000);
    starts(2, 32_000);
    awaits(2, 36_000, 92_000);
    ends(2, 94_000);
    Summary summary = summary();
    assertThat(summary.running().max()).isEqualTo(2);
    assertThat(summary.inFlight().max()).isEqualTo(2);
    assertThat(summary.inFlight().curve(10)[1]).isEqualTo(1);
  }

  @Test
  void moreThanThereAreCarriers_isSaid() {
    starts(1, 0);
    starts(2, 0);
    awaits(1, 90_000, 91_000);
    Summary summary = summary();
    assertThat(summary.maxParallel()).isEqualTo(1);
    assertThat(summary.isParallelismOverstated()).isTrue();
  }

  /** One carrier is seen in the awaits; the scheduler has four, and two must have been in use. */
  @Test
  void whoNeverAwaits_ranOnACarrierToo() {
    events.add(new TraceEvent.Agent("", "", "", "", 4));
    starts(1, 0);
    starts(2, 0);
    awaits(1, 90_000, 91_000);
    ends(1, 95_000);
    ends(2, 95_000);
    Summary summary = summary();
    assertThat(summary.maxParallel()).isEqualTo(2);
    assertThat(summary.carriers()).isEqualTo(2);
    assertThat(summary.isParallelismOverstated()).isFalse();
  }

  @Test
  void withoutAnyStartOrEnd_nothingIsClaimed() {
    awaits(1, 10_000, 30_000);
    awaits(2, 10_000, 30_000);
    Summary summary = summary();
    assertThat(summary.isConcurrencyKnown()).isFalse();
    assertThat(summary.inFlight().max()).isZero();
    assertThat(summary.running().max()).isZero();
  }
}
