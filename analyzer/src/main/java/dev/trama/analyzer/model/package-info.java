/**
 * What a recording says, in the vocabulary of the project: typed {@linkplain
 * dev.trama.analyzer.model.TraceEvent events} as they stream by, and the {@linkplain
 * dev.trama.analyzer.model.Recording tasks, slices and awaits} that are built from them.
 *
 * <p>Imports nothing of Trama's other packages and nothing of JFR, so that a trace can be written
 * down by hand in a test. Everything here is immutable but the builders. Begin reading at {@link
 * dev.trama.analyzer.model.Await}.
 */
package dev.trama.analyzer.model;
