/** Parallelism against concurrency: the same work in four arrangements of threads. */
package dev.trama.samples.parallel;
