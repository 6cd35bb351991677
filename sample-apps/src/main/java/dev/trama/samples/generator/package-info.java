/** A coroutine that hands values to another and takes values back. */
package dev.trama.samples.generator;
