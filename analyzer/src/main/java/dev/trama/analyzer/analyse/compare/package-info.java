/**
 * What changed between two recordings. Begin reading at {@link
 * dev.trama.analyzer.analyse.compare.Comparison}.
 */
package dev.trama.analyzer.analyse.compare;
