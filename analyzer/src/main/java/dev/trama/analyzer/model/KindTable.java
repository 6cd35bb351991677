package dev.trama.analyzer.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refines kinds of await from the frames above the suspension point, or from the awaitable's class
 * where there is no stack. All knowledge is in {@code awaitables.txt}; the outermost frame that it
 * names wins, because {@code LinkedBlockingQueue.take} says more than the lock inside it.
 */
public final class KindTable {
  /**
   * A thread that waits for another thread's class initialization has not called any method for it.
   */
  private static final FineKind CLASS_INITIALIZATION =
      new FineKind("class initialization", AwaitCategory.TASK);

  private final Map<String, FineKind> byMethod = new HashMap<>();
  private final Map<String, FineKind> byType = new HashMap<>();
  private final Map<String, FineKind> byAwaitable = new HashMap<>();

  private KindTable(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\\s*\\|\\s*", -1);
      if (columns.length != 3) {
        throw new IllegalArgumentException("not 'category | kind | where': " + line);
      }
      var kind =
          new FineKind(columns[1], AwaitCategory.valueOf(columns[0].toUpperCase(Locale.ROOT)));
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

  public static KindTable standard() {
    return new KindTable(Tables.lines("awaitables.txt"));
  }

  static KindTable of(List<String> lines) {
    return new KindTable(lines);
  }

  /** The names of all kinds that stacks or awaitables can give. */
  public Set<String> names() {
    Stream<FineKind> ofTable =
        Stream.of(byMethod, byType, byAwaitable).flatMap(kinds -> kinds.values().stream());
    return Stream.concat(ofTable, Stream.of(CLASS_INITIALIZATION))
        .map(FineKind::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isWait(Frame frame) {
    return frame.type().equals("java.lang.Object");
  }

  public FineKind refine(AwaitKind kind, boolean timed, Awaitable awaitable, Stack stack) {
    if (kind == AwaitKind.OBJECT_WAIT && stack.isKnown() && !isWait(stack.frames().getFirst())) {
      return CLASS_INITIALIZATION;
    }
    if (kind == AwaitKind.MONITOR_ENTER || kind == AwaitKind.YIELD) {
      return FineKind.unrefined(kind, timed);
    }
    FineKind found = null;
    for (Frame frame : stack.frames()) {
      if (frame.origin() == Frame.Origin.APPLICATION) {
        break;
      }
      FineKind named = byMethod.get(frame.qualified());
      if (named == null) {
        named = byType.get(frame.type());
      }
      if (named != null) {
        found = named;
      }
    }
    if (found == null) {
      found = byAwaitable.get(awaitable.type());
    }
    return found == null ? FineKind.unrefined(kind, timed) : found;
  }
}
