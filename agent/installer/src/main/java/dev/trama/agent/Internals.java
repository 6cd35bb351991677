package dev.trama.agent;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the agent must reach inside the JDK; implemented by {@link JdkInternals}. Public because
 * that class is loaded by another loader.
 */
public interface Internals {
  /** Defines a class to the boot loader. */
  Class<?> defineToBootLoader(String name, byte[] bytes) throws ReflectiveOperationException;

  /** Reads the stack of an unmounted virtual thread: {@code (Thread)StackTraceElement[]}. */
  MethodHandle unmountedStackReader() throws ReflectiveOperationException;

  /** Reads the owner of a lock: {@code (AbstractOwnableSynchronizer)Thread}. */
  MethodHandle lockOwnerReader() throws ReflectiveOperationException;

  /** Reads the monitors that the current thread holds: {@code ()Object[]}. */
  MethodHandle heldMonitorReader() throws ReflectiveOperationException;

  /**
   * Reads the monitor that a thread is blocked on or waits on, or null, followed by those that it
   * holds: {@code (Thread)Object[]}; null for a thread that has ended. JDK 25 and later.
   */
  MethodHandle threadMonitorReader() throws ReflectiveOperationException;

  /**
   * Lets JFR record stacks of up to {@code depth} frames, unless the user chose a depth. Works only
   * before JFR first starts in this JVM.
   */
  void raiseStackDepth(int depth) throws ReflectiveOperationException;

  /** Lets the probe's classes call {@code jdk.internal.misc.Unsafe}. */
  void exportUnsafeTo(Module module);

  /** Finds the address of a symbol of the JVM's library; 0 when it has none. */
  ToLongFunction<String> symbols() throws ReflectiveOperationException;

  /** The virtual threads that the JDK keeps track of: all, unless it was configured not to. */
  List<Thread> virtualThreads() throws ReflectiveOperationException;

  /** How large JFR lets a chunk grow, in bytes; a ring is trimmed by whole chunks. */
  long maxChunkBytes() throws ReflectiveOperationException;
}
