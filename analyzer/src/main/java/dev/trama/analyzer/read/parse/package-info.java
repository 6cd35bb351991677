/**
 * Drives the JDK's parser through the chunks, on several threads, and survives what it cannot
 * parse. Knows no event. Begin reading at {@link dev.trama.analyzer.read.parse.ParallelReader}.
 */
package dev.trama.analyzer.read.parse;
