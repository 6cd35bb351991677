/** The remaining cases in which a virtual thread blocks its carrier instead of giving it up. */
package dev.trama.samples.pinned;
