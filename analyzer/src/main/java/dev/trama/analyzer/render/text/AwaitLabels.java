package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.FineKind;

/** An await in words: {@code sleep 50 ms}, {@code monitor enter (Account)}. */
final class AwaitLabels {
  /** The JDK parks for the rest of a sleep, a few microseconds less than the argument. */
  private static final double SAME = 0.9;

  private AwaitLabels() {}

  static String of(CallTree.AwaitNode s) {
    return label(s.kind(), s.isPinned(), s.monitorType(), s.minTimeoutNanos(), s.maxTimeoutNanos());
  }

  static String of(Await await) {
    long timeout = await.timeoutNanos();
    boolean monitor = await.fine().name().startsWith("monitor");
    String type = monitor ? await.awaitable().type() : "";
    return label(await.fine(), await.isPinned(), type, timeout, timeout);
  }

  private static String label(
      FineKind kind, boolean pinned, String monitorType, long minTimeout, long maxTimeout) {
    var label = new StringBuilder(kind.name());
    if (kind.category() == AwaitCategory.TIMER && maxTimeout > 0) {
      label.append(' ');
      if (minTimeout < maxTimeout * SAME) {
        label.append(Durations.text(minTimeout)).append("..");
      }
      label.append(Durations.text(maxTimeout));
    }
    if (!monitorType.isEmpty()) {
      label.append(" (").append(CodeNames.type(monitorType)).append(')');
    }
    return label.append(pinned ? " (pinned)" : "").toString();
  }
}
