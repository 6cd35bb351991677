/** Structured concurrency, on the JDKs that have it. */
package dev.trama.samples.scope;
