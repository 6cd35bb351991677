package dev.trama.analyzer.query;

import dev.trama.analyzer.export.sql.RowSource;
import dev.trama.analyzer.export.table.RowSink;
import dev.trama.analyzer.export.table.Table;

/** The rows of a small run, for tests of the engine and of queries alone. */
final class Rows {
  private Rows() {}

  /** A run in which each of the places was awaited a thousand times. */
  static RowSource run(String id, String version, long startNanos, Place... places) {
    return sink -> {
      for (Place place : places) {
        place.write(sink, id);
      }
      sink.row(
          Table.RUNS,
          id,
          "host-1",
          version,
          "x.jfr",
          1L,
          1L,
          "25",
          "agent",
          startNanos,
          1L,
          1L,
          1000L * places.length,
          1L,
          1L,
          0L,
          0L,
          "");
    };
  }

  /** Where each await took as long as this. */
  record Place(String method, long nanos) {
    private void write(RowSink sink, String run) {
      String point = method + ":1";
      sink.row(
          Table.POINTS,
          run,
          point,
          "park",
          "lock",
          "lock",
          method,
          "A.java:1",
          1000L,
          1000 * nanos,
          nanos,
          nanos,
          nanos,
          0L,
          0L,
          "");
      sink.row(Table.BUCKETS, run, point, "await", nanos, nanos + nanos / 8, 1000L);
    }
  }
}
