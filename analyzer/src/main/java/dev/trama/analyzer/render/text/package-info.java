/**
 * Analyses as text for a terminal. Imports {@code model} and {@code analyse}, and concludes nothing
 * itself.
 */
package dev.trama.analyzer.render.text;
