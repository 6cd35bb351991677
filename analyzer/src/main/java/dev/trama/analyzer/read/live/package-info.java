/** Reads what a running program records, from the repository of its JFR. */
package dev.trama.analyzer.read.live;
