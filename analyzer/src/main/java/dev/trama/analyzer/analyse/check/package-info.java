/**
 * Assertions on a recording, for CI: one rule per line, checked, with its evidence. Begin reading
 * at {@link dev.trama.analyzer.analyse.check.Rule}.
 */
package dev.trama.analyzer.analyse.check;
