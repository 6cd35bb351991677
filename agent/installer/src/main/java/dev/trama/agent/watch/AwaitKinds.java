package dev.trama.agent.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out from its frames what an await awaits, with the analyzer's tables, which the build puts
 * into this jar. They are read as the analyzer reads them: the outermost frame above the
 * application's wins.
 */
final class AwaitKinds {
  private static final List<String> JDK =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.trama.probe.");

  private static final Kind PARK = new Kind("park", false);
  private static final Kind TIMED_PARK = new Kind("timed park", false);
  private static final Kind SLEEP = new Kind("sleep", false);
  private static final Kind YIELD = new Kind("yield", false);
  private static final Kind MONITOR_ENTER = new Kind("monitor enter", true);
  private static final Kind OBJECT_WAIT = new Kind("object wait", false);

  private static final class Standard {
    static final AwaitKinds KINDS = new AwaitKinds();
  }

  private final Map<String, Kind> byMethod = new HashMap<>();
  private final Map<String, Kind> byType = new HashMap<>();
  private final Map<String, Kind> byAwaitable = new HashMap<>();
  private final List<String> libraries = lines("libraries.txt");

  private AwaitKinds() {
    for (String line : lines("awaitables.txt")) {
      String[] columns = line.split("\\s*\\|\\s*", -1);
      Kind kind = new Kind(columns[1], columns[0].equals("lock") || columns[0].equals("pool"));
      for (String where : columns[2].split("\\s+")) {
        if (where.startsWith("@")) {
          byAwaitable.put(where.substring(1), kind);
        } else if (where.endsWith(".*")) {
          byType.put(where.substring(0, where.length() - 2), kind);
        } else {
          byMethod.put(where, kind);
        }
      }
    }
  }

  /**
   * A kind of await.
   *
   * @param contended whether other tasks hold what is awaited: locks, monitors and pools
   */
  record Kind(String name, boolean contended) {}

  /** The tables are read when they are first needed; without conditions, that is never. */
  static AwaitKinds standard() {
    return Standard.KINDS;
  }

  private static List<String> lines(String resource) {
    try (var in = AwaitKinds.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The names of all kinds. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Kind kind : List.of(PARK, TIMED_PARK, SLEEP, YIELD, MONITOR_ENTER, OBJECT_WAIT)) {
      names.add(kind.name());
    }
    for (Map<String, Kind> kinds : List.of(byMethod, byType, byAwaitable)) {
      kinds.values().forEach(kind -> names.add(kind.name()));
    }
    return names;
  }

  /** The kind of an await whose stack is not known. */
  Kind withoutStack(String eventKind, boolean timed, String awaitable) {
    return switch (eventKind) {
      case "sleep" -> SLEEP;
      case "yield" -> YIELD;
      case "monitor-enter" -> MONITOR_ENTER;
      case "object-wait" -> OBJECT_WAIT;
      default -> byAwaitable.getOrDefault(awaitable, timed ? TIMED_PARK : PARK);
    };
  }

  /** The kind of an await with this stack. */
  Kind of(String eventKind, boolean timed, String awaitable, StackTraceElement[] stack) {
    Kind found = null;
    if (!eventKind.equals("monitor-enter") && !eventKind.equals("yield")) {
      for (StackTraceElement frame : stack) {
        String type = frame.getClassName();
        if (!startsWithOne(JDK, type) && !startsWithOne(libraries, type)) {
          break;
        }
        Kind named = byMethod.get(type + "." + frame.getMethodName());
        named = named == null ? byType.get(type) : named;
        found = named == null ? found : named;
      }
    }
    return found == null ? withoutStack(eventKind, timed, awaitable) : found;
  }

  private static boolean startsWithOne(List<String> prefixes, String type) {
    for (String prefix : prefixes) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
