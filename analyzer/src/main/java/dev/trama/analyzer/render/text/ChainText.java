package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.why.Chain;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chains as a tree: what was awaited, and what the tasks that ended it did meanwhile. */
final class ChainText {
  private static final int WIDTH = 100;
  private static final double WORTH_A_LINE = 0.03;

  private final Palette palette;

  ChainText(Palette palette) {
    this.palette = palette;
  }

  /** Empty when nothing was awaited from others. */
  List<String> lines(Chain root) {
    List<String> lines = new ArrayList<>();
    if (root.nanos() == 0) {
      return lines;
    }
    lines.add(
        palette.strong(
            "What the tasks that the slow ones waited for were doing, "
                + Durations.text(root.nanos())
                + " in all"));
    for (Chain awaited : root.branches()) {
      if (awaited.nanos() >= WORTH_A_LINE * root.nanos()) {
        lines.add(
            palette.await("await " + awaited.link().activity().label())
                + "  "
                + WhyText.at(awaited.link().activity())
                + "  "
                + Durations.text(awaited.nanos()));
        add(lines, awaited, "", awaited.nanos());
      }
    }
    return lines.stream().map(ChainText::clipped).toList();
  }

  private void add(List<String> lines, Chain above, String indent, long all) {
    List<Chain> branches =
        above.branches().stream().filter(b -> b.nanos() >= WORTH_A_LINE * all).toList();
    long rest = above.nanos() - branches.stream().mapToLong(Chain::nanos).sum();
    boolean hasRest = !above.branches().isEmpty() && rest >= WORTH_A_LINE * all;
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1 && !hasRest;
      Chain branch = branches.get(i);
      lines.add(
          indent + (last ? "└─ " : "├─ ") + share(branch.nanos(), above.nanos()) + said(branch));
      add(lines, branch, indent + (last ? "   " : "│  "), all);
    }
    if (hasRest && !branches.isEmpty()) {
      lines.add(indent + "└─ " + share(rest, above.nanos()) + "other");
    }
  }

  private static String share(long nanos, long of) {
    return String.format(Locale.ROOT, "%3.0f%% ", 100.0 * nanos / Math.max(1, of));
  }

  private String said(Chain chain) {
    Chain.Link link = chain.link();
    String who = Plain.text(link.who());
    return switch (link.relation()) {
      case ROOT -> who;
      case WAKER -> who + " " + did(link);
      case OUTSIDE -> who + ", outside the virtual threads";
      case HELD ->
          link.activity().isAwait()
              ? who + ", which held it, " + did(link)
              : who + " was seen to hold it";
      case NOT_BEGUN -> "before the " + who + " that ended it had begun";
      case TIMER -> "until its time limit";
      case NOT_RECORDED -> "its waker is not recorded";
      case NOT_FOLLOWED -> "not followed further";
    };
  }

  private String did(Chain.Link link) {
    return switch (link.activity().what()) {
      case RUNNING -> "ran";
      case READY -> "was ready to run";
      case UNKNOWN -> "did something that is not recorded";
      case AWAITING, PINNED ->
          "awaited "
              + palette.await(link.activity().label())
              + " at "
              + WhyText.at(link.activity());
    };
  }

  private static String clipped(String line) {
    boolean painted = line.indexOf('\u001b') >= 0;
    return !painted && line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
  }
}
