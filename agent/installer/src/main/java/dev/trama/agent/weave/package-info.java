/**
 * Weaves the probes into {@code java.lang.VirtualThread}: the table of hooks, the advice that is
 * copied in at the beginning and end of methods, and the taps on calls inside methods.
 *
 * <p>May import Byte Buddy and {@code dev.trama.probe}; knows nothing of options or recordings.
 * Begin reading at {@link dev.trama.agent.weave.Hook}.
 */
package dev.trama.agent.weave;
