/** Awaits that depend on each other, in independent chains. */
package dev.trama.samples.chained;
