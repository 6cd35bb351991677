package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Makes the rows of a call tree. */
final class TreeRows {
  private final LongFunction<String> threadNames;
  private final boolean folding;
  private final List<TreeRow> rows = new ArrayList<>();

  private TreeRows(LongFunction<String> threadNames, boolean folding) {
    this.threadNames = threadNames;
    this.folding = folding;
  }

  /**
   * @param folding whether a chain of library calls is one row
   */
  static List<TreeRow> of(CallTree tree, LongFunction<String> threadNames, boolean folding) {
    var made = new TreeRows(threadNames, folding);
    tree.roots().forEach(root -> made.add(root, "", ""));
    return made.rows;
  }

  private void add(CallTree.Node node, String branches, String guides) {
    switch (node) {
      case CallTree.AwaitNode s -> rows.add(row(s, branches, guides));
      case CallTree.MethodNode c -> {
        List<CallTree.MethodNode> chain = chain(c);
        CallTree.MethodNode last = chain.getLast();
        List<CallTree.Node> children = last.children();
        String below = guides + (children.isEmpty() ? "   " : "│  ");
        rows.add(new TreeRow.Method(branches, below, label(chain), c.callSite()));
        for (int i = 0; i < children.size(); i++) {
          boolean isLast = i == children.size() - 1;
          add(
              children.get(i),
              guides + (isLast ? "└─ " : "├─ "),
              guides + (isLast ? "   " : "│  "));
        }
      }
    }
  }

  /**
   * The coroutine alone, or the library calls from it to the first one that does more than call.
   */
  private List<CallTree.MethodNode> chain(CallTree.MethodNode first) {
    List<CallTree.MethodNode> chain = new ArrayList<>(List.of(first));
    while (isLibrary(chain.getLast())
        && chain.getLast().children().size() == 1
        && chain.getLast().children().getFirst() instanceof CallTree.MethodNode callee
        && isLibrary(callee)) {
      chain.add(callee);
    }
    return folding && chain.size() >= CallTree.MIN_FOLDED ? chain : List.of(first);
  }

  private static boolean isLibrary(CallTree.MethodNode coroutine) {
    return switch (coroutine.origin()) {
      case LIBRARY, JDK -> true;
      case APPLICATION -> false;
    };
  }

  private static String label(List<CallTree.MethodNode> chain) {
    CallTree.MethodNode first = chain.getFirst();
    CallTree.MethodNode last = chain.getLast();
    String calls = chain.size() == 1 ? "" : " › " + (chain.size() - 2) + " calls › " + last.label();
    return first.label()
        + calls
        + (last.isRecursive() ? " (recursive)" : "")
        + (first.isCut() ? " (stack cut below)" : "");
  }

  private TreeRow row(CallTree.AwaitNode s, String branches, String guides) {
    long count = s.durations().count();
    return new TreeRow.Await(
        branches,
        guides,
        AwaitLabels.of(s),
        count > 1 ? "×" + count : "",
        Durations.text(s.durations().total()),
        count > 1 ? "p50 " + Durations.text(s.durations().p50()) : "",
        s.site().isEmpty() ? "(no stack taken)" : s.site(),
        by(s));
  }

  private String by(CallTree.AwaitNode s) {
    List<String> parts = new ArrayList<>();
    List<WakerCounts.Count> wakers = s.wakers().counts(threadNames);
    boolean timerOnly = wakers.size() == 1 && wakers.getFirst().name().equals("timer");
    if (timerOnly) {
      parts.add("timer");
    } else if (!wakers.isEmpty()) {
      String names =
          wakers.stream().limit(2).map(TreeRows::waker).collect(Collectors.joining(", "));
      parts.add("woken by " + names + (wakers.size() > 2 ? ", …" : ""));
    }
    if (s.stillSuspended() > 0) {
      parts.add(s.durations().count() > 1 ? s.stillSuspended() + " not ended" : "not ended");
    }
    // A task that yields is ready all the time, so this is not shown.
    boolean awaited = s.readyNanos() < s.durations().total();
    if (awaited && s.readyNanos() > s.durations().total() / 10) {
      parts.add("of it ready " + Durations.text(s.readyNanos()));
    }
    return String.join(", ", parts);
  }

  private static String waker(WakerCounts.Count waker) {
    return waker.name() + (waker.count() > 1 ? " ×" + waker.count() : "");
  }
}
