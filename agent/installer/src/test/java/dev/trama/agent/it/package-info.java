/**
 * What the packaged agent promises, each shown on a program in a JVM of its own. A program stands
 * beside its test, prints what it did, and synchronises by counters and thread states only: the
 * test's figures are the program's own constants.
 *
 * <p>Programs see the JDK alone. Begin reading at {@code FidelityIT}.
 */
package dev.trama.agent.it;
