/**
 * From the bytes of a chunk to the fields of its events, by position. Knows no event. Everything
 * that is read may be damaged: impossible data is an exception that says where, and no step takes
 * more time than proportional to the bytes. Begin reading at {@link
 * dev.trama.analyzer.read.parse.ChunkParser}.
 */
package dev.trama.analyzer.read.parse;
