/** A thundering herd: waking everybody for something that only one can have. */
package dev.trama.samples.herd;
