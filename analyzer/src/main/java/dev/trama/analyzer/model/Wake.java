package dev.trama.analyzer.model;

/** One wake edge: this unpark ended an await of the target. */
public record Wake(ThreadRef waker, long target, long atNanos, boolean interrupt, Stack stack) {}
