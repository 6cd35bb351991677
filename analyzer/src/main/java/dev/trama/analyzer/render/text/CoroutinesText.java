package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.stacks.Coroutine;
import dev.trama.analyzer.analyse.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Coroutines as a table. */
public final class CoroutinesText {
  private CoroutinesText() {}

  public static List<String> lines(List<Coroutine> coroutines, Palette palette) {
    var table =
        new TextTable("lrrrrl")
            .row("coroutine", "awaits", "total", "own", "own total", "mostly at");
    for (Coroutine c : coroutines) {
      table.row(
          "async " + c.frame().label(),
          String.format(Locale.ROOT, "%,d", c.awaits()),
          Durations.text(c.nanos()),
          String.format(Locale.ROOT, "%,d", c.ownAwaits()),
          Durations.text(c.ownNanos()),
          c.frame().site());
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.set(0, palette.strong(lines.getFirst()));
    return lines;
  }
}
