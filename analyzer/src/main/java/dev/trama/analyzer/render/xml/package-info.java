/** Check results as JUnit XML, which CI servers read. */
package dev.trama.analyzer.render.xml;
