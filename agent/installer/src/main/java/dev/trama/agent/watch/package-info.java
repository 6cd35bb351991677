/**
 * Watches the virtual threads from the outside, once a second: counts which threads await what,
 * checks the conditions of {@code dumpon=}, writes the recording to a file when one holds, and
 * shows the numbers in JMX. Reads the probes' counters and their table of ongoing awaits; reads no
 * recording.
 *
 * <p>Begin reading at {@link dev.trama.agent.watch.Watcher}.
 */
package dev.trama.agent.watch;
