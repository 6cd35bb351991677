package dev.trama.analyzer.render.text;

/** Colours for a terminal, or none. */
public enum Palette {
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  },
  ANSI {
    @Override
    String paint(String code, String text) {
      return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String paint(String code, String text);

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String await(String text) {
    return paint("33", text);
  }

  String async(String text) {
    return paint("36", text);
  }

  String bad(String text) {
    return paint("31", text);
  }
}
