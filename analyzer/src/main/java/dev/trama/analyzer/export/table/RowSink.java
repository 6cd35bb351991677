package dev.trama.analyzer.export.table;

/** Takes rows, one thread at a time. */
@FunctionalInterface
public interface RowSink {
  /**
   * @param values a String, Long or Boolean for each of {@link Table#columns()}; never null, and
   *     not kept by the caller
   */
  void row(Table table, Object... values);
}
