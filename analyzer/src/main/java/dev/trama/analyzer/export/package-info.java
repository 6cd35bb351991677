/**
 * A recording in the formats of other tools. Below this package: {@code profile} sums awaits by
 * stack for pprof, flame graphs and OpenTelemetry; {@code perfetto} draws tasks and carriers over
 * time; {@code table} lays everything out as rows for SQL; {@code task} follows tasks through a
 * recording that is too large to hold; {@code proto} writes protobuf.
 *
 * <p>Imports {@code read}, {@code model} and {@code analyse}. Nothing here needs more than the
 * analyzer's own jar: a separate module, which gets the rows, writes Parquet and runs SQL.
 */
package dev.trama.analyzer.export;
