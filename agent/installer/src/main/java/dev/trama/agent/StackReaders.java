package dev.trama.agent;

import dev.trama.probe.MonitorProbe;
import dev.trama.probe.Recorder;
import dev.trama.probe.Stacks;
import dev.trama.probe.stack.Calibration;
import dev.trama.probe.stack.FrozenStack;
import dev.trama.probe.stack.LayoutUnknownException;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives the probes the means to read the stacks of suspended threads; each is tried on a thread
 * that parks for this purpose. Runs before anything is woven.
 */
final class StackReaders implements Runnable {
  private static final int TRIES = 50;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Thread parking = Thread.ofVirtual().name("trama-self-test").unstarted(this);
  private volatile int place;

  private final AtomicInteger wakeUps = new AtomicInteger();

  private StackReaders() {}

  static void give(Internals internals, Options.Stacks stacks) throws InterruptedException {
    var readers = new StackReaders();
    readers.parking.start();
    try {
      readers.awaitParked(0);
      readers.giveWalkers(internals);
      if (stacks != Options.Stacks.NONE) {
        readers.giveMonitors(internals);
        readers.giveFingerprints(internals);
      }
    } catch (IllegalStateException busy) {
      sayWithout("all carriers are busy, so it could not be tried");
    } finally {
      readers.place = Integer.MAX_VALUE;
      LockSupport.unpark(readers.parking);
    }
  }

  /** The thread that parks: several times at one place, then at two others. */
  @Override
  public void run() {
    while (place == 0) {
      LockSupport.park();
      wakeUps.incrementAndGet();
    }
    while (place == 1) {
      LockSupport.park();
      wakeUps.incrementAndGet();
    }
    while (place == 2) {
      deeper(8);
      wakeUps.incrementAndGet();
    }
  }

  private void deeper(int levels) {
    if (levels > 0) {
      deeper(levels - 1);
    } else {
      LockSupport.park();
    }
  }

  /** A walk is a pipeline of streams, whose parts are linked when it first runs: here. */
  private void giveWalkers(Internals internals) {
    try {
      MethodHandle walker = internals.unmountedStackReader();
      var walked = (StackTraceElement[]) walker.invokeExact(parking);
      if (walked.length > 0) {
        MonitorProbe.readStacksWith(walker);
      }
      Recorder.readOwnersWith(internals.lockOwnerReader());
    } catch (Throwable changed) {
      TramaAgent.say("this JDK hides stacks and owners of suspended threads (" + changed + ")");
    }
  }

  /** Tried on a thread that holds nothing; before JDK 25 it does not work, and no line says so. */
  private void giveMonitors(Internals internals) {
    try {
      MethodHandle reader = internals.threadMonitorReader();
      var monitors = (Object[]) reader.invokeExact(parking);
      if (monitors.length == 1 && monitors[0] == null) {
        MonitorProbe.readMonitorsWith(reader);
      }
    } catch (ClassNotFoundException before25) {
      // Monitors and their owners are unknown there.
    } catch (Throwable changed) {
      TramaAgent.say("this JDK hides the monitors of suspended threads (" + changed + ")");
    }
  }

  private void giveFingerprints(Internals internals) {
    try {
      FrozenStack reader = new Calibration(internals.symbols()).calibrate(parking);
      test(reader);
      Stacks.recogniseWith(reader);
    } catch (LayoutUnknownException | IllegalStateException unknown) {
      sayWithout(unknown.getMessage());
    } catch (Throwable failure) {
      sayWithout(failure.toString());
    }
  }

  private static void sayWithout(String reason) {
    TramaAgent.say(
        "stacks cannot be recognised on this JVM ("
            + reason
            + "); each is walked instead, as far as the budget allows");
  }

  /** Equal stacks have equal fingerprints, and different stacks different ones. */
  private void test(FrozenStack reader) throws InterruptedException {
    long first = reader.fingerprint(parking);
    long again = fingerprintAt(0, reader);
    for (int tries = 1; tries < TRIES && again != first; tries++) {
      first = again; // code on the stack was compiled meanwhile
      again = fingerprintAt(0, reader);
    }
    if (first == 0 || first != again) {
      throw new IllegalStateException("one stack has two fingerprints");
    }
    long elsewhere = fingerprintAt(1, reader);
    long deeper = fingerprintAt(2, reader);
    if (elsewhere == 0 || deeper == 0) {
      throw new IllegalStateException("a stack has no fingerprint");
    }
    if (elsewhere == first || deeper == first || deeper == elsewhere) {
      throw new IllegalStateException("two stacks have one fingerprint");
    }
  }

  private long fingerprintAt(int next, FrozenStack reader) throws InterruptedException {
    int before = wakeUps.get();
    place = next;
    LockSupport.unpark(parking);
    awaitParked(before + 1);
    return reader.fingerprint(parking);
  }

  /** Waits until the thread has been woken this many times, and is parked. */
  private void awaitParked(int times) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (wakeUps.get() < times || parking.getState() != Thread.State.WAITING) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("a thread does not park");
      }
      Thread.sleep(0, 50_000);
    }
  }
}
