/**
 * Runs a program in a JVM of its own, with or without the packaged agent, and reads what it left:
 * exit status, output, recording. May import only the JDK and AssertJ, nothing of the agent: the
 * two sides share only the recording's schema.
 *
 * <p>Begin reading at {@link dev.trama.agent.child.ChildJvm}.
 */
package dev.trama.agent.child;
