package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;

/** The place of an await as text. */
final class Sites {
  static final String UNKNOWN = "(no stack taken)";

  private Sites() {}

  static String site(Await await) {
    String site = await.stack().site();
    return site.isEmpty() ? UNKNOWN : site;
  }

  /** {@code at Pool.java:9}, or that it is not known. */
  static String at(String site) {
    return site.equals(UNKNOWN) ? "without a stack" : "at " + site;
  }
}
