/**
 * Weaves the probes into {@code java.lang.VirtualThread}: the table of hooks, and the advice that
 * is put into its methods.
 *
 * <p>May import Byte Buddy's ASM only; knows nothing of options, recordings or the probes' classes
 * but their names. Begin reading at {@link dev.trama.agent.weave.Hook}.
 */
package dev.trama.agent.weave;
