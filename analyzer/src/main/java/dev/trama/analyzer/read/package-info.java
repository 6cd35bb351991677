/**
 * From files to typed events; of Trama's packages this one imports only {@code model}.
 *
 * <pre>
 * file      which files and chunks there are, by the chunks' headers
 * parse     from the bytes of a chunk to the fields of its events
 * decode    from fields to the model's events
 * </pre>
 *
 * Begin reading at {@link dev.trama.analyzer.read.RecordingReader}.
 */
package dev.trama.analyzer.read;
