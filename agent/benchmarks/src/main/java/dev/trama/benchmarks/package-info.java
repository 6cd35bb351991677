/**
 * What tracing costs. {@link dev.trama.benchmarks.AwaitBenchmark} measures single awaits with JMH;
 * {@link dev.trama.benchmarks.Server} is what {@code cpu.sh} puts under load with wrk.
 */
package dev.trama.benchmarks;
