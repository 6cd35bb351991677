/**
 * Files and their chunks, as far as the headers of the chunks tell. Begin reading at {@link
 * dev.trama.analyzer.read.file.ChunkScan}.
 */
package dev.trama.analyzer.read.file;
