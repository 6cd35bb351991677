/**
 * A shop's order service, built from common parts: Helidon SE, HikariCP, PostgreSQL and the JDK's
 * HTTP client, on virtual threads throughout. Three of its classes have a problem that a recording
 * shows, and the fix beside it: {@link dev.trama.samples.orders.Checkout}, {@link
 * dev.trama.samples.orders.PriceList} and {@link dev.trama.samples.orders.OrderPage}.
 *
 * <p>The partners it calls and the customers who call it are in the same program, on platform
 * threads, so that all virtual threads are the service's. Begin reading at {@link
 * dev.trama.samples.orders.Orders}; {@code docs/tutorial.md} finds and fixes the problems.
 */
package dev.trama.samples.orders;
