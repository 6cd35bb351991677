/** A small program and its tests, as users of {@code trama-junit} write them. */
package dev.trama.shop;
