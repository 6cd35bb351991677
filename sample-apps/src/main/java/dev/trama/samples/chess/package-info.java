/** One master plays two dozen opponents, one board after the other and all at once. */
package dev.trama.samples.chess;
