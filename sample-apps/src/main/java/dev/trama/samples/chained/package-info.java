/** Awaits that depend on each other, in chains that do not. */
package dev.trama.samples.chained;
