/**
 * Which task waits for which when a recording ends. Imports the model and the analyses beside it.
 * Begin reading at {@link dev.trama.analyzer.analyse.waits.WaitGraph}.
 */
package dev.trama.analyzer.analyse.waits;
