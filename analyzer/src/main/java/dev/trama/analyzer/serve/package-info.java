/**
 * Serves one page on this machine, to anybody who knows its address, with the JDK's own HTTP
 * server. Knows nothing of the page's content.
 *
 * <p>Begin reading at {@link dev.trama.analyzer.serve.PageServer}.
 */
package dev.trama.analyzer.serve;
