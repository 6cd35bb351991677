/**
 * Analyses as text for a terminal and as JSON. Imports {@code model} and {@code analyse}, and
 * concludes nothing itself.
 */
package dev.trama.analyzer.render.text;
