package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * One await whose stack the budget did not allow. JFR can only leave out the stacks of a whole
 * type.
 */
@Name("trama.AwaitWithoutStack")
@Label("Await Without Stack")
@Description("A virtual thread suspended, and runs again; its stack was not taken")
@Category("Trama")
@StackTrace(false)
final class AwaitWithoutStackEvent extends Suspension {
  /** Takes over all but the start and the end, which each event has of its own. */
  void describe(AwaitEvent await) {
    kind = await.kind;
    timeout = await.timeout;
    awaitable = await.awaitable;
    awaitableId = await.awaitableId;
    pinned = await.pinned;
    carrier = await.carrier;
    waker = await.waker;
    timedOut = await.timedOut;
    interrupted = await.interrupted;
    resumeLatency = await.resumeLatency;
  }
}
