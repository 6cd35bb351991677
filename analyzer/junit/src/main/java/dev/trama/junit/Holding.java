package dev.trama.junit;

import dev.trama.analyzer.model.CodeNames;
import dev.trama.junit.WatchedTest.Seen;
import dev.trama.probe.HeldLocks.Monitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** {@link NoAwaitHolding}. */
final class Holding {
  private static final String LOCK = "lock";
  private static final String MONITOR = "monitor";

  /** A lock that a pool's thread holds while its task runs; no thread awaits it. */
  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private Holding() {}

  static void check(WatchedTest test, NoAwaitHolding demand) {
    List<String> meant =
        Arrays.stream(demand.value()).map(kind -> kind.toLowerCase(Locale.ROOT)).toList();
    for (String kind : meant) {
      if (!kind.equals(LOCK) && !kind.equals(MONITOR)) {
        throw new ExtensionConfigurationException(
            "trama: @NoAwaitHolding takes lock or monitor, not " + kind);
      }
    }
    List<Seen> holders = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Wakers wakers = test.wakers();
    for (Seen seen : test.awaits()) {
      List<String> held =
          Arrays.stream(seen.raw().held).flatMap(what -> name(what, meant)).toList();
      if (!held.isEmpty()) {
        holders.add(seen);
        Points.lines(List.of(seen), false, wakers)
            .forEach(line -> lines.add(line + "  holding " + String.join(", ", held)));
      }
    }
    if (!holders.isEmpty()) {
      String what = String.join(" or ", meant);
      throw test.failure(
          "expected no await while a "
              + what
              + " is held, but there "
              + (holders.size() == 1 ? "was 1:" : "were " + holders.size() + ":"),
          lines,
          "no await while a " + what + " is held",
          holders.size());
    }
  }

  private static Stream<String> name(Object held, List<String> meant) {
    if (held instanceof Monitor monitor) {
      Class<?> type = monitor.object instanceof Class<?> c ? c : monitor.object.getClass();
      String of = monitor.object instanceof Class<?> ? "class " : "";
      return meant.contains(MONITOR)
          ? Stream.of("monitor of " + of + CodeNames.type(type.getName()))
          : Stream.empty();
    }
    String type = held.getClass().getName();
    if (type.equals(WORKER) || !meant.contains(LOCK)) {
      return Stream.empty();
    }
    return Stream.of(
        "lock " + CodeNames.type(type.replaceFirst("\\$(NonfairSync|FairSync|Sync)$", "")));
  }
}
