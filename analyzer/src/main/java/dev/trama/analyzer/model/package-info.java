/**
 * What a recording says, in the vocabulary of the project: typed {@linkplain
 * dev.trama.analyzer.model.TraceEvent events} as they stream by, and the {@linkplain
 * dev.trama.analyzer.model.Recording tasks, slices and awaits} that are built from them.
 *
 * <p>Imports none of Trama's other packages and nothing of JFR, so that a test can write a trace by
 * hand. Everything here except the builders is immutable. Begin reading at {@link
 * dev.trama.analyzer.model.Await}.
 */
package dev.trama.analyzer.model;
