package dev.trama.analyzer;

import java.util.ArrayList;
import java.util.List;

/**
 * Abbreviates repetitions in a trace file:
 *
 * <pre>
 * repeat 20 every 10ms        for the lines up to done, where +3ms is 3 ms into the turn
 * for 20..24                  for the lines up to done, where $ is the number
 * </pre>
 */
final class TraceMacros {
  private TraceMacros() {}

  /** The lines up to the first expectation; what comes after is taken as it is. */
  static List<String> expand(List<String> lines) {
    int expectations = 0;
    while (expectations < lines.size() && !lines.get(expectations).startsWith("-- expect ")) {
      expectations++;
    }
    List<String> expanded = expand(lines.subList(0, expectations), 0);
    expanded.addAll(lines.subList(expectations, lines.size()));
    return expanded;
  }

  private static List<String> expand(List<String> lines, long baseNanos) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] w = lines.get(i).split("\\s+");
      if (w[0].equals("repeat") || w[0].equals("for")) {
        int end = end(lines, i);
        List<String> body = lines.subList(i + 1, end);
        if (w[0].equals("repeat")) {
          for (int turn = 0; turn < Integer.parseInt(w[1]); turn++) {
            out.addAll(expand(body, baseNanos + turn * GoldenTrace.nanos(w[3])));
          }
        } else {
          String[] range = w[1].split("\\.\\.");
          for (int n = Integer.parseInt(range[0]); n <= Integer.parseInt(range[1]); n++) {
            String number = Integer.toString(n);
            out.addAll(expand(body.stream().map(l -> numbered(l, number)).toList(), baseNanos));
          }
        }
        i = end;
      } else {
        out.add(based(lines.get(i), baseNanos));
      }
    }
    return out;
  }

  /** Frames have dollars of their own. */
  private static String numbered(String line, String number) {
    return line.startsWith("  ") ? line : line.replace("$", number);
  }

  private static int end(List<String> lines, int begin) {
    int depth = 0;
    for (int i = begin; i < lines.size(); i++) {
      String word = lines.get(i).split("\\s+")[0];
      if (word.equals("repeat") || word.equals("for")) {
        depth++;
      } else if (word.equals("done") && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no done for: " + lines.get(begin));
  }

  private static String based(String line, long baseNanos) {
    if (line.startsWith("  ") || !line.contains(" +")) {
      return line;
    }
    var words = new ArrayList<String>();
    for (String word : line.split("\\s+")) {
      words.add(
          word.startsWith("+") ? baseNanos + GoldenTrace.nanos(word.substring(1)) + "ns" : word);
    }
    return String.join(" ", words);
  }
}
