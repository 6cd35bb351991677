package dev.trama.junit;

import dev.trama.analyzer.model.Frame;
import dev.trama.junit.WatchedTest.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The awaits of all tasks as one call tree, without what differs between runs or changes with
 * edits.
 */
final class AwaitTree {
  private final Map<String, AwaitTree> children = new TreeMap<>();
  private int awaits;

  static List<String> lines(Collection<Seen> awaits) {
    var root = new AwaitTree();
    awaits.forEach(root::add);
    List<String> lines = new ArrayList<>();
    root.children.forEach((label, child) -> child.print(label, "", "", lines));
    return lines;
  }

  private void add(Seen seen) {
    AwaitTree at = this;
    String before = "";
    for (Frame frame : seen.await().stack().shown().reversed()) {
      String label = "async " + frame.label();
      if (!label.equals(before)) { // recursion is one level
        at = at.children.computeIfAbsent(label, l -> new AwaitTree());
      }
      before = label;
    }
    String pinned = seen.await().isPinned() ? " (pinned)" : "";
    String label = "await " + seen.await().fine().name() + pinned;
    at.children.computeIfAbsent(label, l -> new AwaitTree()).awaits++;
  }

  private void print(String label, String branch, String guide, List<String> lines) {
    lines.add(branch + label + (awaits > 0 ? " ×" + awaits : ""));
    int left = children.size();
    for (var child : children.entrySet()) {
      boolean last = --left == 0;
      child
          .getValue()
          .print(
              child.getKey(),
              guide + (last ? "└─ " : "├─ "),
              guide + (last ? "   " : "│  "),
              lines);
    }
  }
}
