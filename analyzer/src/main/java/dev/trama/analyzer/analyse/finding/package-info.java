/**
 * What may be wrong with the program that was recorded. One file per finding: what it looks for,
 * the threshold, the evidence, an explanation and a remedy.
 *
 * <p>To add one: implement {@link dev.trama.analyzer.analyse.finding.Detector}, list it in {@link
 * dev.trama.analyzer.analyse.finding.Detectors}, and write two golden traces: one that triggers it
 * and a similar one that must not.
 */
package dev.trama.analyzer.analyse.finding;
