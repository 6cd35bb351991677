/** The same contention on a monitor and on a lock of java.util.concurrent. */
package dev.trama.samples.locks;
