package dev.trama.analyzer.analyse.words;

import dev.trama.analyzer.model.Frame;
import java.util.regex.Pattern;

/** Names with wildcards, as users write them. */
public final class Glob {
  private Glob() {}

  /** A pattern in which {@code *} stands for anything and {@code ?} for one character. */
  public static Pattern compile(String glob) {
    var regex = new StringBuilder();
    for (String part : glob.splitWithDelimiters("[*?]", 0)) {
      regex.append(
          switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> part.isEmpty() ? "" : Pattern.quote(part);
          });
    }
    return Pattern.compile(regex.toString());
  }

  /** Whether the frame is in the file, line or method that the pattern means. */
  public static boolean isAt(Pattern sites, Frame frame) {
    return sites.matcher(frame.site()).matches()
        || sites.matcher(frame.file()).matches()
        || sites.matcher(frame.label()).matches();
  }
}
