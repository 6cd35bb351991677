package dev.trama.agent;

import java.lang.StackWalker.StackFrame;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Reaches into {@code java.base} and {@code jdk.jfr}.
 *
 * <p>The packages are opened to the module of a class loader made for this one class, not to the
 * agent's, which is also the application's: the application can reach nothing that it could not
 * reach before.
 */
final class JdkInternals implements Internals {
  private static final int JFR_DEFAULT_STACK_DEPTH = 64;

  private final Instrumentation instrumentation;

  JdkInternals(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Makes an instance in a class loader of its own and opens what it needs to that loader's module.
   */
  static Internals open(Instrumentation instrumentation) throws Exception {
    Class<?> isolated = new Isolated(JdkInternals.class).define();
    Set<Module> here = Set.of(isolated.getModule());
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", here, "jdk.internal.vm", here),
        Map.of("java.lang", here, "java.util.concurrent.locks", here, "jdk.internal.vm", here),
        Set.of(),
        Map.of());
    instrumentation.redefineModule(
        jdk.jfr.Event.class.getModule(),
        Set.of(),
        Map.of("jdk.jfr.internal", here),
        Map.of(),
        Set.of(),
        Map.of());
    var constructor = isolated.getDeclaredConstructor(Instrumentation.class);
    constructor.setAccessible(true);
    return (Internals) constructor.newInstance(instrumentation);
  }

  @Override
  public Class<?> defineToBootLoader(String name, byte[] bytes)
      throws ReflectiveOperationException {
    Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
    Object instance = unsafe.getMethod("getUnsafe").invoke(null);
    Method define =
        unsafe.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    return (Class<?>) define.invoke(instance, name, bytes, 0, bytes.length, null, null);
  }

  @Override
  public MethodHandle unmountedStackReader() throws ReflectiveOperationException {
    Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
    Lookup lookup = MethodHandles.privateLookupIn(virtualThread(), MethodHandles.lookup());
    MethodHandle continuationOf = lookup.findGetter(virtualThread(), "cont", continuation);
    MethodHandle stackOf =
        MethodHandles.lookup()
            .findVirtual(
                continuation, "getStackTrace", MethodType.methodType(StackTraceElement[].class));
    return MethodHandles.filterReturnValue(continuationOf, stackOf)
        .asType(MethodType.methodType(StackTraceElement[].class, Thread.class));
  }

  @Override
  public MethodHandle lockOwnerReader() throws ReflectiveOperationException {
    Class<?> type = AbstractOwnableSynchronizer.class;
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
        .findVirtual(type, "getExclusiveOwnerThread", MethodType.methodType(Thread.class));
  }

  @Override
  public MethodHandle heldMonitorReader() throws ReflectiveOperationException {
    Class<?> liveFrame = Class.forName("java.lang.LiveStackFrame");
    Lookup lookup = MethodHandles.privateLookupIn(liveFrame, MethodHandles.lookup());
    var getWalker = MethodType.methodType(StackWalker.class);
    MethodHandle monitorsOf =
        lookup
            .findVirtual(liveFrame, "getMonitors", MethodType.methodType(Object[].class))
            .asType(MethodType.methodType(Object[].class, StackFrame.class));
    StackWalker walker;
    try {
      walker = (StackWalker) lookup.findStatic(liveFrame, "getStackWalker", getWalker).invoke();
    } catch (Throwable refused) {
      throw new ReflectiveOperationException(refused);
    }
    MethodHandle held =
        MethodHandles.lookup()
            .findStatic(
                JdkInternals.class,
                "monitors",
                MethodType.methodType(Object[].class, StackWalker.class, MethodHandle.class));
    return MethodHandles.insertArguments(held, 0, walker, monitorsOf);
  }

  @SuppressWarnings("UnusedMethod") // called through its handle
  private static Object[] monitors(StackWalker walker, MethodHandle monitorsOf) {
    List<Object> monitors = new ArrayList<>();
    walker.forEach(
        frame -> {
          try {
            for (Object monitor : (Object[]) monitorsOf.invokeExact(frame)) {
              if (monitor != null) { // one that the compiler eliminated
                monitors.add(monitor);
              }
            }
          } catch (Throwable failure) {
            throw new IllegalStateException(failure);
          }
        });
    return monitors.toArray();
  }

  @Override
  public MethodHandle threadMonitorReader() throws ReflectiveOperationException {
    Class<?> snapshot = Class.forName(ThreadMonitors.SNAPSHOT);
    return ThreadMonitors.reader(MethodHandles.privateLookupIn(snapshot, MethodHandles.lookup()));
  }

  @Override
  public void raiseStackDepth(int depth) throws ReflectiveOperationException {
    int chosen = (int) flightRecorderOptions().getMethod("getStackDepth").invoke(null);
    if (chosen == JFR_DEFAULT_STACK_DEPTH) {
      flightRecorderOptions().getMethod("setStackDepth", Integer.class).invoke(null, depth);
    }
  }

  @Override
  public void exportUnsafeTo(Module module) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(module)),
        Map.of(),
        Set.of(),
        Map.of());
  }

  /** {@code ClassLoader.findNative} has had two more parameters since JDK 22. */
  @Override
  public ToLongFunction<String> symbols() throws ReflectiveOperationException {
    for (Method method : ClassLoader.class.getDeclaredMethods()) {
      if (method.getName().equals("findNative")) {
        method.setAccessible(true);
        boolean withCaller = method.getParameterCount() == 4;
        return symbol -> {
          try {
            return (long)
                (withCaller
                    ? method.invoke(null, null, null, symbol, null)
                    : method.invoke(null, null, symbol));
          } catch (ReflectiveOperationException notFound) {
            return 0;
          }
        };
      }
    }
    return symbol -> 0;
  }

  @Override
  public List<Thread> virtualThreads() throws ReflectiveOperationException {
    List<Thread> threads = new ArrayList<>();
    Object root = Class.forName("jdk.internal.vm.ThreadContainers").getMethod("root").invoke(null);
    collect(root, Class.forName("jdk.internal.vm.ThreadContainer"), threads);
    return threads;
  }

  private static void collect(Object container, Class<?> type, List<Thread> threads)
      throws ReflectiveOperationException {
    for (Object thread : ((Stream<?>) type.getMethod("threads").invoke(container)).toList()) {
      if (((Thread) thread).isVirtual()) {
        threads.add((Thread) thread);
      }
    }
    for (Object child : ((Stream<?>) type.getMethod("children").invoke(container)).toList()) {
      collect(child, type, threads);
    }
  }

  @Override
  public long maxChunkBytes() throws ReflectiveOperationException {
    return (long) flightRecorderOptions().getMethod("getMaxChunkSize").invoke(null);
  }

  private static Class<?> flightRecorderOptions() throws ClassNotFoundException {
    return Class.forName("jdk.jfr.internal.Options");
  }

  private static Class<?> virtualThread() throws ClassNotFoundException {
    return Class.forName("java.lang.VirtualThread");
  }

  /** A loader that defines one class again, so that its unnamed module has no other class. */
  private static final class Isolated extends ClassLoader {
    private final Class<?> original;

    Isolated(Class<?> original) {
      super(original.getClassLoader());
      this.original = original;
    }

    Class<?> define() throws java.io.IOException {
      String resource = original.getName().replace('.', '/') + ".class";
      try (var in = original.getClassLoader().getResourceAsStream(resource)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(original.getName(), bytes, 0, bytes.length);
      }
    }
  }
}
