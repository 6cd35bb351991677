/**
 * A recording as other tools want it. Below this package: {@code profile} sums awaits by stack for
 * pprof, flame graphs and OpenTelemetry; {@code perfetto} draws tasks and carriers over time;
 * {@code table} lays everything out as rows for SQL; {@code task} follows tasks through a recording
 * that is too large to hold; {@code proto} writes protobuf.
 *
 * <p>Imports {@code read}, {@code model} and {@code analyse}. Nothing here needs more than the
 * analyzer's own jar: what writes Parquet and runs SQL is a module beside it and is handed the
 * rows.
 */
package dev.trama.analyzer.export;
