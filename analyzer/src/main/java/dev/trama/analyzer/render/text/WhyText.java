package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.why.Line;
import dev.trama.analyzer.analyse.why.Why;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why some requests are slow, as a comparison and as a tree of what they waited for. */
public final class WhyText {
  private static final int WIDTH = 100;
  private static final int LINES = 3;
  private static final double WORTH_A_LINE = 0.01;

  private static final String SEVERAL =
      "Careful: when the next request has already arrived, the server goes on in the same task, so"
          + " one request here may be several, which may be a part of the difference. What visibly"
          + " starts over is left out. Contexts tell requests apart.";

  private final Palette palette;
  private final int most;

  /**
   * @param most how many lines of a comparison are shown; 0 for all
   */
  public WhyText(Palette palette, int most) {
    this.palette = palette;
    this.most = most;
  }

  public List<String> lines(Why why) {
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong("why " + Plain.text(why.name())));
    Wrap.lines(head(why), WIDTH).forEach(lines::add);
    if (why.mayHoldSeveral()) {
      lines.add("");
      Wrap.lines(SEVERAL, WIDTH).forEach(lines::add);
    }
    lines.add("");
    if (why.typical() == 0) {
      Wrap.lines(
              "None is typical: all of them took as long as the slow ones, so there is nothing to"
                  + " compare these with.",
              WIDTH)
          .forEach(lines::add);
      lines.add("");
    }
    lines.addAll(comparison(why));
    List<String> chains = new ChainText(palette).lines(why.chains());
    if (!chains.isEmpty()) {
      lines.add("");
      lines.addAll(chains);
    }
    return lines;
  }

  private static String head(Why why) {
    var d = why.durations();
    String small = why.slow() < Why.FEW ? " So few are examples, not a measurement." : "";
    return String.format(Locale.ROOT, "%,d", d.count())
        + " requests, p50 "
        + Durations.text(d.p50())
        + ", p99 "
        + Durations.text(d.p99())
        + ", max "
        + Durations.text(d.max())
        + ". Compared: the slowest "
        + String.format(Locale.ROOT, "%,d", why.slow())
        + " ("
        + Durations.text(why.thresholds().slowNanos())
        + " and more) with "
        + String.format(Locale.ROOT, "%,d", why.typical())
        + " around the median; averages per request."
        + small;
  }

  private List<String> comparison(Why why) {
    long scale = Math.max(why.slowNanos(), why.typicalNanos());
    var table = new TextTable("rrrll").row("difference", "slow", "typical", "", "");
    List<Line> shown = shown(why.lines(), scale);
    for (Line line : shown) {
      table.row(
          signed(line.differenceNanos()),
          Durations.text(line.slowNanos()),
          Durations.text(line.typicalNanos()),
          line.activity().label(),
          at(line.activity()));
    }
    List<Line> rest = why.lines().subList(shown.size(), why.lines().size());
    if (!rest.isEmpty()) {
      table.row(
          signed(rest.stream().mapToLong(Line::differenceNanos).sum()),
          Durations.text(rest.stream().mapToLong(Line::slowNanos).sum()),
          Durations.text(rest.stream().mapToLong(Line::typicalNanos).sum()),
          rest.size() == 1 ? "1 more" : rest.size() + " more",
          "");
    }
    table.row(
        signed(why.differenceNanos()),
        Durations.text(why.slowNanos()),
        Durations.text(why.typicalNanos()),
        "in all",
        "");
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong(rows.getFirst()));
    for (int i = 1; i < rows.size(); i++) {
      boolean isAll = i == rows.size() - 1;
      lines.add(isAll ? palette.strong(clipped(rows.get(i))) : clipped(rows.get(i)));
      if (i <= shown.size()) {
        String detail = detail(shown.get(i - 1));
        if (!detail.isEmpty()) {
          lines.add(palette.faint("            " + detail));
        }
      }
    }
    return lines;
  }

  private List<Line> shown(List<Line> lines, long scale) {
    int count = 0;
    for (Line line : lines) {
      long larger = Math.max(line.slowNanos(), line.typicalNanos());
      if ((most > 0 && count >= most) || larger < WORTH_A_LINE * scale) {
        break;
      }
      count++;
    }
    return lines.subList(0, most == 0 ? lines.size() : count);
  }

  /** {@code Partners.java:41 ← Checkout.java:36}; empty without a place. */
  static String at(Activity activity) {
    return activity.isAwait() ? activity.place().route(LINES) : "";
  }

  private static String detail(Line line) {
    List<String> parts = new ArrayList<>();
    switch (line.how()) {
      case SAME -> {}
      case ADDED -> parts.add("only the slow ones");
      case MISSING -> parts.add("only the typical ones");
      case MORE_OFTEN -> parts.add("more often");
      case LONGER -> parts.add("longer");
      case MORE_AND_LONGER -> parts.add("more often and longer");
      case LESS -> parts.add("less");
    }
    if (line.how() == Line.How.ADDED || line.how() == Line.How.MISSING) {
      parts.add(times(Math.max(line.slowCount(), line.typicalCount())));
    } else if (line.activity().what() != Activity.What.RUNNING) {
      parts.add(times(line.slowCount()) + " instead of " + times(line.typicalCount()));
    }
    if (line.slowNanos() > 0) {
      parts.add(
          "most in " + Plain.text(line.example()) + ": " + Durations.text(line.exampleNanos()));
    }
    return String.join(", ", parts);
  }

  private static String times(double count) {
    String format = count >= 100 || count == Math.rint(count) ? "×%.0f" : "×%.1f";
    return String.format(Locale.ROOT, format, count);
  }

  static String signed(long nanos) {
    return nanos > 0 ? "+" + Durations.text(nanos) : Durations.text(nanos);
  }

  private static String clipped(String line) {
    return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
  }
}
