/** Three tasks count to two, one after the other and together. */
package dev.trama.samples.count;
