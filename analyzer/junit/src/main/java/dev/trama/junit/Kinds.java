package dev.trama.junit;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The names of kinds of await that tests may use. */
final class Kinds {
  private static final Set<String> ALL = all();

  private Kinds() {}

  private static Set<String> all() {
    Set<String> names = new TreeSet<>(Conversion.KINDS.names());
    for (AwaitKind kind : AwaitKind.values()) {
      names.add(kind.jsonName());
      names.add(FineKind.unrefined(kind, false).name());
      names.add(FineKind.unrefined(kind, true).name());
    }
    return names;
  }

  /** Refuses unknown names: with one, any assertion of an upper limit would hold. */
  static void check(String kind) {
    if (!ALL.contains(kind)) {
      throw new IllegalArgumentException(
          "there is no kind of await \"" + kind + "\"; there are " + String.join(", ", ALL));
    }
  }

  static boolean is(Await await, String kind) {
    return await.fine().name().equals(kind) || await.kind().jsonName().equals(kind);
  }

  /** Whether the waker of such an await is known. */
  static boolean hasWaker(String kind) {
    return Arrays.asList(AwaitKind.MONITOR_ENTER, AwaitKind.OBJECT_WAIT, AwaitKind.YIELD).stream()
        .noneMatch(
            k -> k.jsonName().equals(kind) || FineKind.unrefined(k, false).name().equals(kind));
  }
}
