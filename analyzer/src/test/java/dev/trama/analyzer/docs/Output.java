package dev.trama.analyzer.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a command prints, in pieces that a page shows or leaves out as a whole: a line, with the
 * lines that it is wrapped to.
 */
record Output(List<Piece> pieces) {
  private static final Pattern FINDING =
      Pattern.compile("^(?:  [a-z]+(?:-[a-z]+)*  \\S|(?:new finding|gone)  [a-z-]+: ).*");
  private static final Pattern SUMS =
      Pattern.compile("^(together |a task p50|" + Shape.TIME + " = ).*");
  private static final Pattern WAKER =
      Pattern.compile("^[ │]{10,}(woken by|timer|not ended|of it ready).*");
  private static final Pattern PLACE = Pattern.compile("^[ │]+[\\w$]+\\.java(:\\d+)?$");
  private static final Pattern OF_REQUESTS =
      Pattern.compile("^    (slowest |[a-z ()]+ \\d+%(, |$)).*");
  private static final Pattern HOW =
      Pattern.compile("^ {8,}(only the |more often|longer|less|×\\d).*");
  private static final Pattern WRAPPED = Pattern.compile("^ {6,}\\S.*");

  /**
   * @param at index of the first line
   * @param shape what of it is the same in every run
   */
  record Piece(int at, List<String> lines, String shape) {}

  static Output of(List<String> lines) {
    List<Piece> pieces = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      boolean finding = FINDING.matcher(lines.get(from)).matches();
      while (to < lines.size() && goesOn(lines.get(to), finding)) {
        to++;
      }
      if (!lines.get(from).isBlank() && !isGap(lines.get(from))) {
        List<String> piece = List.copyOf(lines.subList(from, to));
        pieces.add(new Piece(from, piece, shape(piece, finding)));
      }
      from = to;
    }
    return new Output(pieces);
  }

  List<String> shapes() {
    return pieces.stream().map(Piece::shape).toList();
  }

  /** Where a page left lines out, or the analyzer did. */
  static boolean isGap(String line) {
    return line.startsWith("…");
  }

  private static boolean goesOn(String line, boolean finding) {
    return SUMS.matcher(line).matches()
        || WAKER.matcher(line).matches()
        || OF_REQUESTS.matcher(line).matches()
        || HOW.matcher(line).matches()
        || PLACE.matcher(line).matches()
        || (finding && WRAPPED.matcher(line).matches());
  }

  private static String shape(List<String> piece, boolean finding) {
    return Shape.of(
        piece.stream()
            .filter(
                line -> finding || line.equals(piece.getFirst()) || PLACE.matcher(line).matches())
            .collect(Collectors.joining(" ")));
  }
}
