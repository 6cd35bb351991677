package dev.trama.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.probe.States;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks are found in the given class file, whatever the release; missing ones are left out. */
class WeaverTest {
  private static final int MAJOR_VERSION = 7;

  private final Map<String, Integer> states = new HashMap<>();
  private final VirtualThreadWeaver weaver = new VirtualThreadWeaver(states::put);

  @Test
  void classOfThisJdk_hasAllHooksOfItsRelease() throws Exception {
    weaver.weave(bytes(Object.class, "VirtualThread.class"));
    assertThat(weaver.woven()).isEqualTo(Hook.of(Runtime.version().feature()));
    assertThat(states).containsKeys("PARKING", "YIELDING");
  }

  @Test
  void monitorsPin_beforeJdk24() {
    assertThat(Hook.of(23)).doesNotContain(Hook.MONITOR, Hook.UNBLOCK).contains(Hook.AWAIT);
    assertThat(Hook.of(24)).isEqualTo(EnumSet.allOf(Hook.class));
  }

  @Test
  void classLikeJdk21_hasAllButTheHooksOfMonitors() throws Exception {
    weaver.weave(bytes(LikeJdk21.class));
    assertThat(weaver.woven())
        .containsExactlyInAnyOrder(Hook.AWAIT, Hook.PINNED, Hook.SLEEP, Hook.WAKER, Hook.STACK);
    assertThat(states).containsEntry("PARKING", LikeJdk21.PARKING).doesNotContainKey("BLOCKING");
  }

  @Test
  void hookWithHalfItsPlaces_isLeftOutAltogether() throws Exception {
    byte[] woven = weaver.weave(bytes(HalfMonitor.class));
    assertThat(weaver.woven()).doesNotContain(Hook.MONITOR);
    assertThat(new String(woven, StandardCharsets.ISO_8859_1)).doesNotContain("MonitorProbe");
  }

  @Test
  void strangerClass_hasNone_andStaysAsItIs() throws Exception {
    byte[] before = bytes(Stranger.class);
    byte[] after = weaver.weave(before);
    assertThat(weaver.woven()).isEmpty();
    Class<?> stranger = define(Stranger.class, after);
    Method method = stranger.getDeclaredMethod("giveUpCarrier", long.class);
    method.setAccessible(true);
    assertThat(method.invoke(instance(stranger), 1L)).isEqualTo(true);
  }

  @Test
  void classFileOfTheFuture_isWovenAndKeepsItsVersion() throws Exception {
    byte[] future = bytes(LikeJdk21.class);
    future[MAJOR_VERSION] = 120;
    byte[] woven = weaver.weave(future);
    assertThat(weaver.woven()).contains(Hook.AWAIT);
    assertThat(woven[MAJOR_VERSION]).isEqualTo((byte) 120);
  }

  @Test
  void otherClasses_passUntouched() throws Exception {
    byte[] classFile = bytes(LikeJdk21.class);
    Module base = Object.class.getModule();
    assertThat(weaver.transform(base, null, "java/lang/Thread", null, null, classFile)).isNull();
    ClassLoader other = WeaverTest.class.getClassLoader();
    assertThat(weaver.transform(base, other, "java/lang/VirtualThread", null, null, classFile))
        .isNull();
    assertThat(weaver.failure()).isNull();
  }

  @Test
  void brokenClassFile_isAFailureThatIsKept_notThrown() {
    byte[] broken = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65, 0, 9};
    Module base = Object.class.getModule();
    assertThat(weaver.transform(base, null, "java/lang/VirtualThread", null, null, broken))
        .isNull();
    assertThat(weaver.failure()).isNotNull();
  }

  /** A local that advice keeps from the entry to the exit is in the stack map at a jump. */
  @Test
  void aJumpWhereTheHookKeepsSomething_passesTheVerifier() throws Exception {
    byte[] woven = weaver.weave(bytes(WithJump.class));
    assertThat(weaver.failure()).isNull();
    assertThat(weaver.woven()).contains(Hook.AWAIT);
    assertThat(instance(define(WithJump.class, woven))).isNotNull();
  }

  @Test
  void aMethodThatUsesTheLocalOfAdvice_isNotWoven() throws Exception {
    byte[] classFile = bytes(ManyLocals.class);
    Module base = Object.class.getModule();
    assertThat(weaver.transform(base, null, "java/lang/VirtualThread", null, null, classFile))
        .isNull();
    assertThat(weaver.failure()).hasMessageContaining("yieldContinuation has 25 locals");
  }

  /** The woven class is verified when it is linked, and its probes are reached. */
  @Test
  void classLikeJdk21_recordsItsAwaits(@TempDir Path directory) throws Exception {
    Class<?> woven = define(LikeJdk21.class, weaver.weave(bytes(LikeJdk21.class)));
    states.forEach(States::set);
    Object thread = instance(woven);
    List<RecordedEvent> events;
    try (var recording = new Recording()) {
      recording.enable("trama.Await").withoutThreshold();
      recording.start();
      call(thread, "park");
      call(thread, "parkNanos", 5_000L);
      call(thread, "sleepNanos", 6_000L);
      call(thread, "parkOnCarrierThread", true, 5L);
      call(thread, "unpark");
      call(thread, "afterYield");
      call(thread, "runContinuation");
      recording.stop();
      Path file = directory.resolve("woven.jfr");
      recording.dump(file);
      assertThat(Files.size(file)).isPositive();
      events =
          RecordingFile.readAllEvents(file).stream()
              .filter(event -> event.getEventType().getName().startsWith("trama.Await"))
              .toList();
    }
    assertThat(events)
        .extracting(event -> event.getString("kind") + " " + event.getBoolean("pinned"))
        .containsExactly("park false", "park false", "sleep false", "park true");
    assertThat(events)
        .extracting(event -> event.getLong("timeout"))
        .containsExactly(0L, 5_000L, 6_000L, 5L);
  }

  private static void call(Object target, String name, Object... arguments) throws Exception {
    for (Method method : target.getClass().getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        method.invoke(target, arguments);
        return;
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Object instance(Class<?> type)
      throws InstantiationException,
          IllegalAccessException,
          InvocationTargetException,
          NoSuchMethodException {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    return bytes(type, type.getSimpleName() + ".class");
  }

  private static byte[] bytes(Class<?> beside, String resource) throws IOException {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  /** Defines the class in a loader of its own, which verifies it. */
  private static Class<?> define(Class<?> original, byte[] bytes) throws Exception {
    class Loader extends ClassLoader {
      Loader() {
        super(original.getClassLoader());
      }

      Class<?> define() {
        return defineClass(original.getName(), bytes, 0, bytes.length);
      }
    }
    Class<?> defined = new Loader().define();
    assertThat(defined).isNotSameAs(original);
    return Class.forName(original.getName(), true, defined.getClassLoader());
  }
}
