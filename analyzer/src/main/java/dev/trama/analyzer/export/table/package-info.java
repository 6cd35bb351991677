/**
 * A recording as rows for SQL: the same tables for DuckDB, Spark and other readers of Parquet.
 * Begin reading at {@link dev.trama.analyzer.export.table.Table}.
 */
package dev.trama.analyzer.export.table;
