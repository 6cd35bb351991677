/**
 * What can be concluded from a recording: folds over its events and walks through its tasks.
 * Imports {@code model} only, and prints nothing.
 */
package dev.trama.analyzer.analyse;
