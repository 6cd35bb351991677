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
  private final SliceSink sink;
  private long now;

  private SliceMachine(long start, SliceSink sink) {
    this.now = start;
    this.sink = sink;
  }

  static List<Slice> slices(Task task) {
    var laidOut = new LaidOut();
    walk(task, laidOut);
    return List.copyOf(laidOut.slices);
  }

  static void walk(Task task, SliceSink sink) {
    var machine = new SliceMachine(task.spawnedNanos(), sink);
    machine.ready(task.startNanos());
    boolean known = !task.truncation().startIsUnknown();
    List<Await> awaits = task.awaits();
    int count = awaits.size();
    for (int i = 0; i < count; i++) {
      Await await = awaits.get(i);
      if (known) {
        machine.run(await.startNanos(), task, i);
      } else {
        machine.unknown(await.startNanos());
        known = true;
      }
      machine.await(await, task, i);
    }
    boolean suspended = count > 0 && awaits.get(count - 1).isStillSuspended();
    if (!suspended && known) {
      machine.run(task.endNanos(), task, count);
    } else if (!suspended) {
      machine.unknown(task.endNanos());
    }
  }

  private void ready(long until) {
    if (until > now) {
      sink.ready(now, until);
      now = until;
    }
  }

  private void run(long until, Task task, int beforeAwait) {
    if (until > now) {
      sink.running(now, until, task.carrierBefore(beforeAwait));
      now = until;
    }
  }

  private void unknown(long until) {
    if (until > now) {
      sink.unknown(now, until);
      now = until;
    }
  }

  private void await(Await await, Task task, int i) {
    long until = Math.max(now, await.readyAtNanos());
    if (until > now) {
      if (await.isPinned()) {
        sink.pinned(now, until, await, task.carrierBefore(i));
      } else {
        sink.awaiting(now, until, await);
      }
      now = until;
    }
    ready(await.endNanos());
  }

  private static final class LaidOut implements SliceSink {
    final List<Slice> slices = new ArrayList<>();

    @Override
    public void running(long startNanos, long endNanos, ThreadRef carrier) {
      slices.add(new Slice.Running(startNanos, endNanos, carrier));
    }

    @Override
    public void ready(long startNanos, long endNanos) {
      slices.add(new Slice.Ready(startNanos, endNanos));
    }

    @Override
    public void awaiting(long startNanos, long endNanos, Await await) {
      slices.add(new Slice.Awaiting(startNanos, endNanos, await));
    }

    @Override
    public void pinned(long startNanos, long endNanos, Await await, ThreadRef carrier) {
      slices.add(new Slice.Pinned(startNanos, endNanos, await));
    }

    @Override
    public void unknown(long startNanos, long endNanos) {
      slices.add(new Slice.Unknown(startNanos, endNanos));
    }
  }
}
