/**
 * A shop as people write it with Spring Boot: Tomcat on virtual threads, HikariCP, H2, {@code
 * RestClient}. Two problems are planted: {@link dev.trama.samples.spring.Purchases} keeps a
 * connection while the bank takes its time, {@link dev.trama.samples.spring.PriceList} holds a lock
 * across a call. Begin reading at {@link dev.trama.samples.spring.Shop}.
 */
package dev.trama.samples.spring;
