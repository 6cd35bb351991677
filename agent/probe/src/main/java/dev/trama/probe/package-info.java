/**
 * What {@code java.base} calls: the event classes, and the plain static probes that the woven
 * {@code java.lang.VirtualThread} calls.
 *
 * <p>Defined to the boot loader by the installer, never found on the application's class path. May
 * import {@code java.base} and {@code jdk.jfr} only. Runs inside the JDK's own thread code, so it
 * uses no lambda, stream, string concatenation or pattern switch on a hot path, and does not lock,
 * park or log there.
 *
 * <p>The event classes are the schema of a recording; {@code docs/events.md} is tested against
 * them. Begin reading at {@link dev.trama.probe.OngoingAwait}.
 */
package dev.trama.probe;
