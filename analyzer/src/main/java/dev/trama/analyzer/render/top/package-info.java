/** A running program on a terminal: what {@code trama top} shows. */
package dev.trama.analyzer.render.top;
