/**
 * A Spark application for more recordings than one machine can read. Begin reading at {@link
 * dev.trama.analyzer.fleet.Conversion}; {@link dev.trama.analyzer.fleet.Journal} says why it can be
 * killed at any time.
 */
package dev.trama.analyzer.fleet;
