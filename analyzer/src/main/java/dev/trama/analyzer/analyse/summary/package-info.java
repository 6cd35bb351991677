/**
 * A recording on one page: counts, sums by kind, concurrency and parallelism. Begin reading at
 * {@link dev.trama.analyzer.analyse.summary.Summary}.
 */
package dev.trama.analyzer.analyse.summary;
