package dev.trama.analyzer.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lays out the rows of a call tree as an indented table, 100 columns wide. Text that does not fit
 * on a row's line goes below it, between the branches.
 */
final class TreeText {
  private static final int WIDTH = 100;
  private static final int LABEL_WIDTH = 46;

  private final Palette palette;
  private final int labelWidth;
  private final int countWidth;
  private final int totalWidth;
  private final int p50Width;
  private final int siteWidth;

  private TreeText(List<TreeRow> rows, Palette palette) {
    this.palette = palette;
    List<TreeRow.Await> awaits =
        rows.stream()
            .filter(TreeRow.Await.class::isInstance)
            .map(TreeRow.Await.class::cast)
            .toList();
    labelWidth = Math.min(LABEL_WIDTH, longest(rows, TreeRow::text));
    countWidth = longest(awaits, TreeRow.Await::count);
    totalWidth = longest(awaits, TreeRow.Await::total);
    p50Width = longest(awaits, TreeRow.Await::p50);
    siteWidth = longest(rows, TreeRow::site);
  }

  static List<String> lines(List<TreeRow> rows, Palette palette) {
    var text = new TreeText(rows, palette);
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> text.add(lines, row));
    return lines;
  }

  private static <T> int longest(List<T> rows, Function<T, String> column) {
    return rows.stream().mapToInt(row -> column.apply(row).length()).max().orElse(0);
  }

  private void add(List<String> lines, TreeRow row) {
    switch (row) {
      case TreeRow.Method method -> addMethod(lines, method);
      case TreeRow.Await await -> addAwait(lines, await);
    }
  }

  private void addMethod(List<String> lines, TreeRow.Method row) {
    int room = labelWidth + figuresWidth();
    String head = head(lines, row, room);
    lines.add((head + "  " + palette.faint(row.site())).stripTrailing());
  }

  private void addAwait(List<String> lines, TreeRow.Await row) {
    String head = head(lines, row, labelWidth);
    String figures =
        "  "
            + pad(row.count(), countWidth)
            + "  "
            + " ".repeat(totalWidth - row.total().length())
            + row.total()
            + "  "
            + pad(row.p50(), p50Width)
            + "  ";
    int used = labelWidth + figuresWidth() + 2 + siteWidth;
    if (row.by().isEmpty()) {
      lines.add(head + figures + palette.faint(row.site()));
    } else if (used + 2 + row.by().length() <= WIDTH) {
      lines.add(head + figures + palette.faint(pad(row.site(), siteWidth)) + "  " + row.by());
    } else {
      lines.add(head + figures + palette.faint(row.site()));
      int column = Math.min(labelWidth + 2, WIDTH - row.by().length());
      lines.add(pad(row.guides(), Math.max(row.guides().length() + 1, column)) + row.by());
    }
  }

  /** The row's label, padded to this width; a wider one has had a line of its own. */
  private String head(List<String> lines, TreeRow row, int width) {
    String text = row.text();
    String keyword =
        switch (row) {
          case TreeRow.Method c -> palette.async(c.keyword());
          case TreeRow.Await s -> palette.await(s.keyword());
        };
    String painted = row.branches() + keyword + " " + row.label();
    if (text.length() > width) {
      lines.add(painted);
      return pad(row.guides(), width);
    }
    return painted + " ".repeat(width - text.length());
  }

  /** From the label's end to where the site begins. */
  private int figuresWidth() {
    return countWidth + totalWidth + p50Width + 6;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
