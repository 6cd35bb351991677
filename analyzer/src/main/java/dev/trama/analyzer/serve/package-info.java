/**
 * Serves one page on this machine, to whoever knows its address, by the JDK's own HTTP server.
 * Knows nothing of what is on it.
 *
 * <p>Begin reading at {@link dev.trama.analyzer.serve.PageServer}.
 */
package dev.trama.analyzer.serve;
