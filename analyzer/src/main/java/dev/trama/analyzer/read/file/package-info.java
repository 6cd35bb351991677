/**
 * Files and their chunks, as far as the chunk headers describe them. Begin reading at {@link
 * dev.trama.analyzer.read.file.ChunkScan}.
 */
package dev.trama.analyzer.read.file;
