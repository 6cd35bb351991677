/**
 * Installs the tracing into a JVM: options, the JDK internals it must reach, weaving, the recording
 * and the self-test.
 *
 * <p>Loaded by the system class loader from the agent jar, with Byte Buddy relocated beside it. The
 * advice classes here are templates: Byte Buddy copies their code into {@code
 * java.lang.VirtualThread}, so they may only call {@code dev.trama.probe}. Begin reading at {@link
 * dev.trama.agent.TramaAgent}.
 */
package dev.trama.agent;
