/**
 * Files and their chunks, by their headers and the sizes of their events, before any parser sees
 * them. Begin reading at {@link dev.trama.analyzer.read.file.ChunkScan}.
 */
package dev.trama.analyzer.read.file;
