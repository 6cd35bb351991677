/**
 * Awaits in JUnit tests: how often the virtual threads of a test may suspend, on what, and woken by
 * whom.
 *
 * <p>Public are the annotations, {@link dev.trama.junit.Awaits} and {@link
 * dev.trama.junit.AwaitSelection}. {@code Agent} finds or loads the agent, once in a JVM; {@code
 * WatchedTest} is one test with what its threads did; the checks turn that into failures. This is
 * the only package outside the agent that calls the probe. Begin reading at {@link
 * dev.trama.junit.Trama}, then {@code TramaExtension}.
 */
package dev.trama.junit;
