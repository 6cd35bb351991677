/**
 * Assertions on a recording, for CI: a rule a line, judged with its evidence. Begin reading at
 * {@link dev.trama.analyzer.analyse.check.Rule}.
 */
package dev.trama.analyzer.analyse.check;
