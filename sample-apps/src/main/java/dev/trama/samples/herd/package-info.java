/** A thundering herd: waking everybody for something only one can have. */
package dev.trama.samples.herd;
