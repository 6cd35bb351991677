/**
 * From JFR's events to the model's. Begin reading at {@link
 * dev.trama.analyzer.read.decode.Decoders}.
 */
package dev.trama.analyzer.read.decode;
