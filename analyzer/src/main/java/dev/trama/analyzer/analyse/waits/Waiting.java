package dev.trama.analyzer.analyse.waits;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import java.util.List;

/**
 * A task that was suspended when the recording ended.
 *
 * @param await the one that had not ended
 * @param reason how it is known for which thread it waits, or why that is not known
 * @param owners ids of the threads that it waits for; empty unless the reason names some
 */
public record Waiting(Task task, Await await, Reason reason, List<Long> owners) {
  public Waiting {
    owners = List.copyOf(owners);
  }

  /** How it is known for which thread a task waits. */
  public enum Reason {
    /** The JVM says who owns the lock or monitor. */
    OWNER,
    /** It waits for its scope or executor, which ends when the tasks in it have ended. */
    CHILDREN,
    /**
     * They took from the pool; others have waited for it ever since, and they woke none of these.
     */
    BORROWERS,
    /** It was woken, but has not run since: it waits for a carrier. */
    WOKEN,
    /** Time, or the network: no thread of this program. */
    NOBODY,
    /** A thread that the recording does not name. */
    UNKNOWN
  }

  public long sinceNanos() {
    return await.startNanos();
  }
}
