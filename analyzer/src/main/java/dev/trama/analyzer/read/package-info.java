/**
 * From files to typed events: the only importer of {@code jdk.jfr.consumer}, and of Trama's
 * packages only {@code model}.
 *
 * <p>Files are checked chunk by chunk before the JDK's parser sees them, because it waits for
 * unfinished chunks and is silent about broken ones. Begin reading at {@link
 * dev.trama.analyzer.read.RecordingReader}.
 */
package dev.trama.analyzer.read;
