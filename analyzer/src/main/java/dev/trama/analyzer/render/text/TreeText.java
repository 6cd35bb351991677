package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.CallTree;
import dev.trama.analyzer.analyse.WakerCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** A call tree of coroutines as an indented table, 100 columns wide. */
final class TreeText {
  private static final int WIDTH = 100;
  private static final int LABEL_WIDTH = 46;

  private final LongFunction<String> threadNames;
  private final Palette palette;
  private final List<Row> rows = new ArrayList<>();

  /** One line; {@code async} rows have a label and a site only. */
  private record Row(
      boolean async,
      String label,
      String count,
      String total,
      String p50,
      String site,
      String by) {}

  TreeText(LongFunction<String> threadNames, Palette palette) {
    this.threadNames = threadNames;
    this.palette = palette;
  }

  List<String> lines(CallTree tree) {
    for (CallTree.Node node : tree.roots()) {
      add(node, "", "");
    }
    var widths = new Widths(rows);
    return rows.stream().flatMap(row -> lines(row, widths).stream()).toList();
  }

  private void add(CallTree.Node node, String first, String rest) {
    switch (node) {
      case CallTree.Suspension s -> rows.add(row(s, first));
      case CallTree.Coroutine c -> {
        String label =
            "async "
                + c.label()
                + (c.isRecursive() ? " (recursive)" : "")
                + (c.isCut() ? " (stack cut below)" : "");
        rows.add(new Row(true, first + label, "", "", "", c.callSite(), ""));
        List<CallTree.Node> children = c.children();
        for (int i = 0; i < children.size(); i++) {
          boolean last = i == children.size() - 1;
          add(children.get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
        }
      }
    }
  }

  private Row row(CallTree.Suspension s, String indent) {
    long count = s.durations().count();
    return new Row(
        false,
        indent + AwaitLabels.of(s),
        count > 1 ? "×" + count : "",
        Durations.text(s.durations().total()),
        count > 1 ? "p50 " + Durations.text(s.durations().p50()) : "",
        s.site().isEmpty() ? "(no stack taken)" : s.site(),
        by(s));
  }

  private String by(CallTree.Suspension s) {
    List<String> parts = new ArrayList<>();
    List<WakerCounts.Count> wakers = s.wakers().counts(threadNames);
    boolean timerOnly = wakers.size() == 1 && wakers.getFirst().name().equals("timer");
    if (timerOnly) {
      parts.add("timer");
    } else if (!wakers.isEmpty()) {
      String names =
          wakers.stream().limit(2).map(TreeText::waker).collect(Collectors.joining(", "));
      parts.add("woken by " + names + (wakers.size() > 2 ? ", …" : ""));
    }
    if (s.stillSuspended() > 0) {
      parts.add(s.durations().count() > 1 ? s.stillSuspended() + " not ended" : "not ended");
    }
    // Who yields is ready all along, which goes without saying.
    boolean awaited = s.readyNanos() < s.durations().total();
    if (awaited && s.readyNanos() > s.durations().total() / 10) {
      parts.add("of it ready " + Durations.text(s.readyNanos()));
    }
    return String.join(", ", parts);
  }

  private static String waker(WakerCounts.Count waker) {
    return waker.name() + (waker.count() > 1 ? " ×" + waker.count() : "");
  }

  /** Widths of the columns, from all rows. */
  private record Widths(int label, int count, int total, int p50, int site) {
    Widths(List<Row> rows) {
      this(
          Math.min(LABEL_WIDTH, max(rows, Row::label)),
          max(rows, Row::count),
          max(rows, Row::total),
          max(rows, Row::p50),
          max(rows, Row::site));
    }

    private static int max(List<Row> rows, java.util.function.Function<Row, String> column) {
      return rows.stream().mapToInt(row -> column.apply(row).length()).max().orElse(0);
    }

    /** Where the site begins. */
    int figures() {
      return count + total + p50 + 6;
    }
  }

  private List<String> lines(Row row, Widths w) {
    List<String> lines = new ArrayList<>();
    String label = row.label();
    if (row.async()) {
      int room = w.label() + w.figures();
      if (label.length() > room) {
        lines.add(paintLabel(row, label));
        label = "";
      }
      lines.add(paintLabel(row, pad(label, room)) + "  " + palette.faint(row.site()));
      return lines;
    }
    if (label.length() > w.label()) {
      lines.add(paintLabel(row, label));
      label = "";
    }
    String figures =
        "  "
            + pad(row.count(), w.count())
            + "  "
            + " ".repeat(w.total() - row.total().length())
            + row.total()
            + "  "
            + pad(row.p50(), w.p50());
    String head = paintLabel(row, pad(label, w.label())) + figures + "  ";
    int used = w.label() + w.figures() + 2 + w.site();
    if (row.by().isEmpty()) {
      lines.add(head + palette.faint(row.site()));
    } else if (used + 2 + row.by().length() <= WIDTH) {
      lines.add(head + palette.faint(pad(row.site(), w.site())) + "  " + row.by());
    } else {
      lines.add(head + palette.faint(row.site()));
      lines.add(
          " ".repeat(Math.max(4, Math.min(w.label() + 2, WIDTH - row.by().length()))) + row.by());
    }
    return lines;
  }

  private String paintLabel(Row row, String label) {
    String keyword = row.async() ? "async" : "await";
    int at = label.indexOf(keyword);
    if (at < 0) {
      return label;
    }
    String painted = row.async() ? palette.async(keyword) : palette.await(keyword);
    return label.substring(0, at) + painted + label.substring(at + keyword.length());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
