/**
 * Which task started which: births as a tree, and scopes with their forks. Imports the model and
 * the analyses beside it. Begin reading at {@link dev.trama.analyzer.analyse.births.BirthTree}.
 */
package dev.trama.analyzer.analyse.births;
