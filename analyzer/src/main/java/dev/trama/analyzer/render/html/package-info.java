/**
 * The HTML report: one self-contained page that makes no request. One that is served asks its
 * server whether there is a newer page.
 *
 * <p>{@link HtmlReport} is where to begin. {@link PageData} turns a recording into columns of
 * numbers, {@link PageTemplate} puts them, the styles and the scripts into one file. The page
 * itself is in the resources beside this package: {@code report.html} is a page that opens by
 * itself, with sample data, when its folder is served: {@code jwebserver -d
 * $PWD/analyzer/src/main/resources/dev/trama/analyzer/render/html}.
 *
 * <p>Nothing here computes what the analyses compute; what depends on the interval that the reader
 * selects is computed in the page.
 */
package dev.trama.analyzer.render.html;
