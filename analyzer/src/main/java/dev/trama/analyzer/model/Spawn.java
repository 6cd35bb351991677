package dev.trama.analyzer.model;

/**
 * Which thread started a task, when and where.
 *
 * @param container the executor or scope it belongs to; empty when none
 */
public record Spawn(ThreadRef parent, long atNanos, String container, Stack stack) {}
