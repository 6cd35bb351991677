/**
 * How names and durations are written, in every output alike. The ground floor of the analyses:
 * imports none of their other packages.
 */
package dev.trama.analyzer.analyse.words;
