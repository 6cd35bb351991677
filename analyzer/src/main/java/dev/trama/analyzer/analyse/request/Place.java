package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in the program an await was: the frames worth showing, the innermost first, without those
 * that the JVM or a library made at run time.
 */
public record Place(List<Frame> path) {
  public static final Place NONE = new Place(List.of());
  public static final String UNKNOWN = "(no stack taken)";

  public Place {
    path = List.copyOf(path);
  }

  public Optional<Frame> frame() {
    return path.isEmpty() ? Optional.empty() : Optional.of(path.getFirst());
  }

  /** {@code Partners.java:41}. */
  public String site() {
    return frame().map(Frame::site).orElse(UNKNOWN);
  }

  /**
   * The line and the lines that led there, nearest first; of consecutive lines in one file only the
   * nearest: {@code Partners.java:41 ← Checkout.java:36}.
   *
   * @param most how many lines
   */
  public String route(int most) {
    List<String> lines = new ArrayList<>();
    String file = "";
    for (Frame frame : path) {
      if (!frame.file().equals(file)) {
        lines.add(frame.site());
        file = frame.file();
      }
    }
    if (lines.isEmpty()) {
      return UNKNOWN;
    }
    boolean isCut = lines.size() > most;
    return String.join(" ← ", lines.subList(0, Math.min(most, lines.size())))
        + (isCut ? " ←…" : "");
  }
}
