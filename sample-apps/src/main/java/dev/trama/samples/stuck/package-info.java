/** Tasks that await for ever: a lost wake-up and a deadlock. */
package dev.trama.samples.stuck;
