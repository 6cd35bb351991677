package dev.trama.analyzer.analyse.check;

/**
 * One assertion. In text:
 *
 * <pre>
 * no findings                                none of severity warning or error
 * no pinned                                  none with this id, of any severity
 * await queue take p99 &lt;= 50ms               at every suspension point of this kind; * matches any
 * await * at Cart.java max &lt;= 1s             at points in this file, line or method
 * ready p99 &lt;= 10ms                          resume latency over all awaits
 * lost &lt;= 0                                  awaits the agent could not record
 * </pre>
 */
public sealed interface Rule {
  /** The rule as text, in its normal form. */
  String text();

  /** Which figure of a distribution. */
  enum Measure {
    P50,
    P99,
    MAX
  }

  /** No finding with this id; for the word that means all, no finding above severity info. */
  record No(String finding, String text) implements Rule {}

  /** At every suspension point that matches. */
  record AwaitAtMost(String kindGlob, String siteGlob, Measure measure, long nanos, String text)
      implements Rule {}

  record ReadyAtMost(Measure measure, long nanos, String text) implements Rule {}

  record LostAtMost(long count, String text) implements Rule {}
}
