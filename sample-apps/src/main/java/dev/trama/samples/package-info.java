/**
 * Small programs, one package each, that show one idea of concurrency at a time.
 *
 * <p>No sample knows of Trama: they are ordinary programs on ordinary blocking calls, which is the
 * point. They use the JDK only. {@code samples.txt} among the resources names them, with what each
 * shows and the JVM options it runs with; beside each sample's code is a README that says what to
 * look at in its trace. Begin reading at {@link dev.trama.samples.chess.Exhibition}.
 */
package dev.trama.samples;
