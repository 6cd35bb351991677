/** Services to record. */
package dev.trama.analyzer.fleet.service;
