/**
 * Records in JFR which OpenTelemetry span a thread works for, so that a trace id from a log opens
 * its request. On the class path of an application, or as an extension of OpenTelemetry's Java
 * agent. Imports OpenTelemetry's API and JFR, nothing of Trama. Begin reading at {@link
 * dev.trama.opentelemetry.SpanContextStorage}.
 */
package dev.trama.opentelemetry;
