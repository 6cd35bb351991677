package dev.trama.analyzer.export.profile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collapsed stacks, a line each: frames from the bottom, what was awaited as the last in brackets,
 * and one weight. Read by flame graph scripts and by speedscope.
 */
public final class Collapsed {
  private Collapsed() {}

  public static void write(List<Sample> samples, Weight weight, OutputStream out)
      throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    for (Sample sample : samples) {
      lines.merge(line(sample), weight.of(sample), Long::sum);
    }
    for (var line : lines.entrySet()) {
      if (line.getValue() > 0) {
        String text = line.getKey() + " " + line.getValue() + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String line(Sample sample) {
    var text = new StringBuilder();
    for (FrameNames.Line frame : FrameNames.lines(sample.stack()).reversed()) {
      text.append(frame.function().replace(';', ':')).append(';');
    }
    return text.append('[').append(sample.label()).append(']').toString();
  }
}
