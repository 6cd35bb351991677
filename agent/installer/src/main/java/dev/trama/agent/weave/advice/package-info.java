/**
 * Code templates that Byte Buddy copies into {@code java.lang.VirtualThread}. They run there, so
 * they may call nothing but {@code dev.trama.probe}; {@code suppress} is a second fence, since the
 * probes already keep every error to themselves.
 */
package dev.trama.agent.weave.advice;
