/** A program that says what its tasks work on, by an annotation of its own. */
package dev.trama.analyzer.workload.context;
