package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.stacks.SourceLines;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Source lines with an await gutter. */
public final class AnnotatedText {
  private static final int GUTTER = 36;

  private AnnotatedText() {}

  /**
   * @param source the lines of the file
   * @param context lines to show around each that suspended; negative for the whole file
   */
  public static List<String> lines(
      String path,
      List<String> source,
      SortedMap<Integer, SourceLines.Line> hits,
      int context,
      Palette palette) {
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong(path));
    int before = 0;
    for (int number : shown(source.size(), hits, context)) {
      if (number > before + 1 && before > 0) {
        lines.add(palette.faint(" ".repeat(GUTTER) + "  …"));
      }
      before = number;
      SourceLines.Line hit = hits.get(number);
      String gutter = hit == null ? "" : gutter(hit);
      String code = number <= source.size() ? source.get(number - 1) : "(the file is shorter)";
      String padded = String.format(Locale.ROOT, "%-" + GUTTER + "s", gutter);
      String painted = gutter.startsWith("async") ? palette.async(padded) : palette.await(padded);
      lines.add(painted + String.format(Locale.ROOT, "%5d  %s", number, code).stripTrailing());
    }
    return lines;
  }

  private static String gutter(SourceLines.Line hit) {
    return hit.awaits() > 0
        ? figures("await " + hit.kind(), hit.awaits(), hit.nanos())
        : figures("async", hit.calls(), hit.callNanos());
  }

  private static String figures(String what, long count, long nanos) {
    String text = what + " ×" + count + " " + Durations.text(nanos);
    return text.length() < GUTTER ? text : text.substring(0, GUTTER - 2) + "…";
  }

  private static SortedSet<Integer> shown(
      int size, SortedMap<Integer, SourceLines.Line> hits, int context) {
    SortedSet<Integer> shown = new TreeSet<>();
    if (context < 0) {
      for (int number = 1; number <= size; number++) {
        shown.add(number);
      }
    }
    for (int hit : hits.keySet()) {
      shown.add(hit);
      for (int n = Math.max(1, hit - context); n <= Math.min(size, hit + context); n++) {
        shown.add(n);
      }
    }
    return shown;
  }
}
