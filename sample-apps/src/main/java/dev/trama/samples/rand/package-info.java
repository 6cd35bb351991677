/** Tasks that try again and again, with an await between the attempts. */
package dev.trama.samples.rand;
