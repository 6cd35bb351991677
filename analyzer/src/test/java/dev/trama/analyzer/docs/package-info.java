/** Tests of what the documentation says. */
package dev.trama.analyzer.docs;
