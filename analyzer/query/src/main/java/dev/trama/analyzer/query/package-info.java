/**
 * SQL by DuckDB, and the writing of Parquet. Begin reading at {@link
 * dev.trama.analyzer.query.DuckEngine}, which the analyzer finds as a service.
 */
package dev.trama.analyzer.query;
