/**
 * Traces for the Perfetto UI and its trace processor. Begin reading at {@link PerfettoExport};
 * {@link Schema} has the field numbers.
 */
package dev.trama.analyzer.export.perfetto;
