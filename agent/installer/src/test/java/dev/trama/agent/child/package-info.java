/**
 * Runs a program in a JVM of its own, with or without the packaged agent, and reads what it left:
 * exit status, output, recording. May import the JDK and AssertJ only, nothing of the agent: the
 * recording's schema is all the two sides share.
 *
 * <p>Begin reading at {@link dev.trama.agent.child.ChildJvm}.
 */
package dev.trama.agent.child;
