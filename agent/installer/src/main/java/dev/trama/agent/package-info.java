/**
 * Installs the tracing into a JVM: options, the JDK internals it must reach, weaving, the recording
 * and the self-test.
 *
 * <p>Loaded by the system class loader from the agent jar, with Byte Buddy relocated beside it. The
 * woven code calls only {@code dev.trama.probe}. Begin reading at {@link
 * dev.trama.agent.TramaAgent}.
 */
package dev.trama.agent;
