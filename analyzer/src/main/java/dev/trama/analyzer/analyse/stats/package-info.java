/**
 * Sums and distributions of durations, in bounded memory. The lowest layer of the analyses: imports
 * none of their other packages.
 */
package dev.trama.analyzer.analyse.stats;
