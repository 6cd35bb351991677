/**
 * For every finding a program that has the trouble, and one that looks alike and has not: {@code
 * main} takes {@code trouble} or {@code lookalike}. What must be found, and where, follows from how
 * they are built and not from how fast they run; a comment {@code // => name} marks the place.
 */
package dev.trama.analyzer.workload.finding;
