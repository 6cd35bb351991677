/**
 * How names and durations are written, the same in every output. The lowest layer of the analyses:
 * imports none of their other packages.
 */
package dev.trama.analyzer.analyse.words;
