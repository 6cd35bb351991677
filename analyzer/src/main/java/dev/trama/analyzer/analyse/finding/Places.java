package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;

/** Where an await was, in a word. */
final class Places {
  private Places() {}

  static String site(Await await) {
    return await.stack().suspensionPoint().map(Frame::site).orElse("(no stack taken)");
  }
}
