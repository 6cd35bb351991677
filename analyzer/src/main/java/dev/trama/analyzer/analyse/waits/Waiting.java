package dev.trama.analyzer.analyse.waits;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import java.util.List;

/**
 * A task that was suspended when the recording ended.
 *
 * @param await the one that had not ended
 * @param reason how it is known for whom it waits, or why that is not known
 * @param owners thread ids of those it waits for; empty unless the reason names some
 */
public record Waiting(Task task, Await await, Reason reason, List<Long> owners) {
  public Waiting {
    owners = List.copyOf(owners);
  }

  /** How it is known for whom a task waits. */
  public enum Reason {
    /** The JVM says who owns the lock or monitor. */
    OWNER,
    /** Its scope or executor ends when those do that it started in it. */
    CHILDREN,
    /**
     * They took from the pool, others wait for it ever since, and none of these was woken by them.
     */
    BORROWERS,
    /** It was woken, and has not run since: it waits for a carrier. */
    WOKEN,
    /** Time, or the network: nobody in this program. */
    NOBODY,
    /** Somebody, and the recording does not say who. */
    UNKNOWN
  }

  public long sinceNanos() {
    return await.startNanos();
  }
}
