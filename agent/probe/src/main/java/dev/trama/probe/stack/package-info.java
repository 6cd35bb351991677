/**
 * Recognises the stack of an unmounted virtual thread without walking it frame by frame: the return
 * addresses of its frozen frames identify it, inlined frames included.
 *
 * <p>Reads memory of the JVM through {@code jdk.internal.misc.Unsafe}, which {@code java.base} must
 * export to this module. Every offset comes from the JVM's own tables or is calibrated; 0 means
 * "unknown". May import nothing else of Trama. Begin reading at {@link
 * dev.trama.probe.stack.FrozenStack}.
 */
package dev.trama.probe.stack;
