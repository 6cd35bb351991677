/** Cooperative multitasking: one carrier, which a task keeps until it suspends. */
package dev.trama.samples.cooperative;
