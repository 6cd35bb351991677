package dev.trama.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads which monitors a thread awaits and holds through {@code jdk.internal.vm.ThreadSnapshot},
 * which JDK 25 brought for its own thread dumps. Public because {@link JdkInternals} is loaded by
 * another loader.
 */
public record ThreadMonitors(
    MethodHandle snapshotOf,
    MethodHandle state,
    MethodHandle blockedOn,
    MethodHandle waitingOn,
    MethodHandle locks,
    MethodHandle lockObject,
    MethodHandle lockType) {

  /** The class that is read; {@link JdkInternals} has access to it. */
  public static final String SNAPSHOT = "jdk.internal.vm.ThreadSnapshot";

  /**
   * Makes the reader.
   *
   * @param lookup with access to all members of {@link #SNAPSHOT}
   * @return of type {@code (Thread)Object[]}, see {@link Internals#threadMonitorReader}
   */
  public static MethodHandle reader(Lookup lookup) throws ReflectiveOperationException {
    Class<?> snapshot = lookup.lookupClass();
    Class<?> lock = Class.forName(snapshot.getName() + "$ThreadLock");
    Class<?> lockType = Class.forName(snapshot.getName() + "$OwnedLockType");
    MethodType getter = MethodType.methodType(Object.class);
    MethodType ofObject = MethodType.methodType(Object.class, Object.class);
    var monitors =
        new ThreadMonitors(
            lookup
                .findStatic(snapshot, "of", MethodType.methodType(snapshot, Thread.class))
                .asType(MethodType.methodType(Object.class, Thread.class)),
            lookup
                .findVirtual(snapshot, "threadState", MethodType.methodType(Thread.State.class))
                .asType(MethodType.methodType(Thread.State.class, Object.class)),
            lookup.findVirtual(snapshot, "blockedOn", getter).asType(ofObject),
            lookup.findVirtual(snapshot, "waitingOn", getter).asType(ofObject),
            lookup
                .findGetter(snapshot, "locks", lock.arrayType())
                .asType(MethodType.methodType(Object[].class, Object.class)),
            lookup.findVirtual(lock, "lockObject", getter).asType(ofObject),
            lookup
                .findVirtual(lock, "type", MethodType.methodType(lockType))
                .asType(MethodType.methodType(Enum.class, Object.class)));
    return MethodHandles.lookup()
        .findVirtual(
            ThreadMonitors.class, "of", MethodType.methodType(Object[].class, Thread.class))
        .bindTo(monitors);
  }

  Object[] of(Thread thread) throws Throwable {
    Object snapshot = (Object) snapshotOf.invokeExact(thread);
    if (snapshot == null) {
      return null;
    }
    List<Object> monitors = new ArrayList<>();
    monitors.add(awaited(snapshot));
    for (Object lock : (Object[]) locks.invokeExact(snapshot)) {
      // One that the compiler eliminated has no object.
      if (((Enum<?>) (Enum) lockType.invokeExact(lock)).name().equals("LOCKED")) {
        monitors.add((Object) lockObject.invokeExact(lock));
      }
    }
    return monitors.toArray();
  }

  /** Each may be read only in its own states. */
  private Object awaited(Object snapshot) throws Throwable {
    return switch ((Thread.State) state.invokeExact(snapshot)) {
      case BLOCKED -> (Object) blockedOn.invokeExact(snapshot);
      case WAITING, TIMED_WAITING -> (Object) waitingOn.invokeExact(snapshot);
      case NEW, RUNNABLE, TERMINATED -> null;
    };
  }
}
