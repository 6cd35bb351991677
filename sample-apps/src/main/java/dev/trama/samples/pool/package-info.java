/** More requests than connections: virtual threads do not make a pool larger. */
package dev.trama.samples.pool;
