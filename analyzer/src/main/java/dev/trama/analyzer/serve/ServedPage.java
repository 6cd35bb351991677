package dev.trama.analyzer.serve;

/**
 * A page as it was at one time.
 *
 * @param number higher for later pages
 */
public record ServedPage(long number, String html) {}
