/** Producers and consumers around a small queue: hand-overs, queueing and back-pressure. */
package dev.trama.samples.queue;
