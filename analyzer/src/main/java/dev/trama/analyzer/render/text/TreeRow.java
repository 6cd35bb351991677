package dev.trama.analyzer.render.text;

/** A line of a call tree, before its columns have their widths. */
sealed interface TreeRow {
  /** The branches that lead to it. */
  String branches();

  /** The branches that continue below it, for text that does not fit on its line. */
  String guides();

  /** Its text, without the keyword. */
  String label();

  /** Where in the source; may be empty. */
  String site();

  /** The word that begins it. */
  String keyword();

  default String text() {
    return branches() + keyword() + " " + label();
  }

  /** A method that suspended. */
  record Method(String branches, String guides, String label, String site) implements TreeRow {
    @Override
    public String keyword() {
      return "async";
    }
  }

  /**
   * Its awaits at one place.
   *
   * @param count {@code ×30}; empty for one
   * @param p50 empty for one
   * @param by its wakers
   */
  record Await(
      String branches,
      String guides,
      String label,
      String count,
      String total,
      String p50,
      String site,
      String by)
      implements TreeRow {
    @Override
    public String keyword() {
      return "await";
    }
  }
}
