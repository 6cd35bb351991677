import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what {@code tmux capture-pane -p -e} prints as an SVG: java ScreenSvg.java WIDTH HEIGHT.
 */
final class ScreenSvg {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)m");
  private static final double CELL = 8.4;
  private static final int LINE = 18;
  private static final int MARGIN = 12;
  private static final String PAPER = "#1b1f24";
  private static final String INK = "#d5dae0";

  private static final Map<Integer, String> COLOURS =
      Map.ofEntries(
          Map.entry(0, "#1b1f24"),
          Map.entry(1, "#f47067"),
          Map.entry(2, "#6bc46d"),
          Map.entry(3, "#daaa3f"),
          Map.entry(4, "#539bf5"),
          Map.entry(5, "#b083f0"),
          Map.entry(6, "#39c5cf"),
          Map.entry(7, "#adbac7"),
          Map.entry(60, "#909dab"),
          Map.entry(64, "#80b8ff"));

  private String ink = INK;
  private String paper = PAPER;
  private boolean bold;
  private boolean faint;
  private boolean reversed;
  private boolean underlined;
  private final StringBuilder svg = new StringBuilder();

  public static void main(String[] args) throws IOException {
    new ScreenSvg().draw(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
  }

  private void draw(int columns, int rows) throws IOException {
    double width = columns * CELL + 2 * MARGIN;
    int height = rows * LINE + 2 * MARGIN;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" viewBox=\"0 0 %.0f %d\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">%n"
            .formatted(width, height, width, height));
    svg.append("<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"%s\"/>%n".formatted(PAPER));
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int row = 0;
    for (String line; (line = in.readLine()) != null && row < rows; row++) {
      row(line, row);
    }
    svg.append("</svg>\n");
    System.out.write(svg.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private void row(String line, int row) {
    Matcher escape = ESCAPE.matcher(line);
    int from = 0;
    int column = 0;
    while (escape.find()) {
      column = text(line.substring(from, escape.start()), column, row);
      for (String code : escape.group(1).split(";")) {
        set(code.isEmpty() ? 0 : Integer.parseInt(code));
      }
      from = escape.end();
    }
    text(line.substring(from), column, row);
  }

  private int text(String text, int column, int row) {
    if (text.isEmpty()) {
      return column;
    }
    double x = MARGIN + column * CELL;
    int top = MARGIN + row * LINE;
    double width = text.length() * CELL;
    String back = reversed ? ink : paper;
    if (!back.equals(PAPER)) {
      svg.append(
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
              .formatted(x, top, width, LINE, back));
    }
    if (!text.isBlank()) {
      svg.append(
          "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s%s%s xml:space=\"preserve\">%s</text>%n"
              .formatted(
                  x,
                  top + LINE - 5,
                  width,
                  reversed ? paper : ink,
                  bold ? " font-weight=\"bold\"" : "",
                  faint ? " opacity=\"0.6\"" : "",
                  underlined ? " text-decoration=\"underline\"" : "",
                  text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
    return column + text.length();
  }

  private void set(int code) {
    switch (code) {
      case 0 -> {
        bold = faint = reversed = underlined = false;
        ink = INK;
        paper = PAPER;
      }
      case 1 -> bold = true;
      case 2 -> faint = true;
      case 4 -> underlined = true;
      case 7 -> reversed = true;
      case 39 -> ink = INK;
      case 49 -> paper = PAPER;
      default -> {
        if (code >= 40 && code < 48) {
          paper = COLOURS.get(code - 40);
        } else {
          ink = COLOURS.getOrDefault(code - 30, INK);
        }
      }
    }
  }
}
