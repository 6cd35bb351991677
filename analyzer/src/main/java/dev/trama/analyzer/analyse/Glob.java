package dev.trama.analyzer.analyse;

import java.util.regex.Pattern;

/** Names with wildcards, as users write them. */
public final class Glob {
  private Glob() {}

  /** Where {@code *} stands for anything and {@code ?} for one character. */
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
}
