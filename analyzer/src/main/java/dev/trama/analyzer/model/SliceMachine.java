package dev.trama.analyzer.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a task's life into slices. The JDK's states of a virtual thread map to them as follows:
 *
 * <pre>
 * NEW, STARTED                                    Ready, from its spawning on
 * RUNNING, PARKING, YIELDING, BLOCKING, WAITING   Running
 * PARKED, TIMED_PARKED, BLOCKED, (TIMED_)WAIT     Awaiting
 * PINNED, TIMED_PINNED                            Pinned
 * UNPARKED, UNBLOCKED, YIELDED                    Ready
 * TERMINATED                                      none
 * </pre>
 *
 * <p>Legal order: Ready? (Running | Unknown) ((Awaiting | Pinned) Ready? Running)* and, where the
 * recording ends first, any prefix of it. Slices of no length are left out.
 */
final class SliceMachine {
  private final List<Slice> slices = new ArrayList<>();
  private long now;

  private SliceMachine(long start) {
    now = start;
  }

  static List<Slice> slices(Task task) {
    var machine = new SliceMachine(task.spawnedNanos());
    machine.ready(task.startNanos());
    boolean known = !task.truncation().startIsUnknown();
    List<Await> awaits = task.awaits();
    for (int i = 0; i < awaits.size(); i++) {
      Await await = awaits.get(i);
      if (known) {
        machine.run(await.startNanos(), task.carrierBefore(i));
      } else {
        machine.unknown(await.startNanos());
        known = true;
      }
      machine.await(await);
    }
    boolean suspended = !awaits.isEmpty() && awaits.getLast().isStillSuspended();
    if (!suspended && known) {
      machine.run(task.endNanos(), task.carrierBefore(awaits.size()));
    } else if (!suspended) {
      machine.unknown(task.endNanos());
    }
    return List.copyOf(machine.slices);
  }

  private void ready(long until) {
    if (until > now) {
      slices.add(new Slice.Ready(now, until));
      now = until;
    }
  }

  private void run(long until, ThreadRef carrier) {
    if (until > now) {
      slices.add(new Slice.Running(now, until, carrier));
      now = until;
    }
  }

  private void unknown(long until) {
    if (until > now) {
      slices.add(new Slice.Unknown(now, until));
      now = until;
    }
  }

  private void await(Await await) {
    long until = Math.max(now, await.readyAtNanos());
    if (until > now) {
      slices.add(
          await.isPinned()
              ? new Slice.Pinned(now, until, await)
              : new Slice.Awaiting(now, until, await));
      now = until;
    }
    ready(await.endNanos());
  }
}
