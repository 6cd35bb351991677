package dev.trama.analyzer.serve;

/**
 * A page as it was at one time.
 *
 * @param number of later ones is higher
 */
public record ServedPage(long number, String html) {}
