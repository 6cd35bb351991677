package dev.trama.analyzer.render.text;

import java.util.Arrays;

/** A curve in one line of block characters. */
final class Sparkline {
  private static final String STEPS = " ▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /** Zero is blank; any larger value is visible. */
  static String of(long[] values) {
    long max = Math.max(1, Arrays.stream(values).max().orElse(0));
    var line = new StringBuilder();
    for (long value : values) {
      int step = (int) Math.ceil((double) value / max * (STEPS.length() - 1));
      line.append(STEPS.charAt(Math.clamp(step, 0, STEPS.length() - 1)));
    }
    return line.toString();
  }
}
