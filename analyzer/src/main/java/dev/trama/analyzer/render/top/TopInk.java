package dev.trama.analyzer.render.top;

import dev.trama.analyzer.model.AwaitCategory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How things are distinguished on a terminal: without colour only by brightness and reversal, and
 * in ASCII where the terminal has nothing else.
 */
public record TopInk(boolean colour, boolean unicode) {
  static final TopInk PLAIN = new TopInk(false, true);

  private static final String SPECIAL = "…▾●█▓▒░·↳";
  private static final String ASCII = ".v*#=-.-+";

  public static TopInk of(boolean colour, Charset charset) {
    return new TopInk(colour, charset.equals(StandardCharsets.UTF_8));
  }

  private static String paint(String code, String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  /** The text alone. */
  static String strip(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** In characters that the terminal has. */
  String shown(String text) {
    if (unicode) {
      return text;
    }
    var shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      int special = SPECIAL.indexOf(shown.charAt(i));
      if (special >= 0) {
        shown.setCharAt(i, ASCII.charAt(special));
      } else if (shown.charAt(i) > '~') {
        shown.setCharAt(i, '?');
      }
    }
    return shown.toString();
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  /** The table's head, and the name of the table that is shown. */
  String head(String text) {
    return paint(colour ? "1;30;46" : "7", text);
  }

  String selected(String text) {
    return paint(colour ? "30;47" : "1;4", text);
  }

  String application(String text) {
    return colour ? paint("36", text) : paint("1", text);
  }

  String bad(String text) {
    return paint(colour ? "1;31" : "1", text);
  }

  /** Running tasks. */
  String running(String text) {
    return colour ? paint("32", text) : text;
  }

  /** Tasks that were woken and have no carrier. */
  String ready(String text) {
    return colour ? paint("1;33", text) : text;
  }

  String kind(AwaitCategory category, String text) {
    return colour ? paint(code(category), text) : text;
  }

  private static String code(AwaitCategory category) {
    return switch (category) {
      case IO -> "34";
      case LOCK -> "31";
      case POOL -> "35";
      case SIGNAL -> "36";
      case TASK -> "94";
      case TIMER -> "90";
      case OTHER -> "37";
    };
  }
}
