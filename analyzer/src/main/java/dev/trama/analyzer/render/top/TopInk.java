package dev.trama.analyzer.render.top;

/** How things are set apart on a terminal; without colour by brightness and reversal alone. */
record TopInk(boolean colour) {
  private static String paint(String code, String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  /** The text alone. */
  static String strip(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String head(String text) {
    return paint(colour ? "30;46" : "7", text);
  }

  String chosen(String text) {
    return paint(colour ? "30;47" : "1;4", text);
  }

  String await(String text) {
    return colour ? paint("33", text) : text;
  }

  String bad(String text) {
    return paint(colour ? "1;31" : "1", text);
  }
}
