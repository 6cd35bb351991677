package dev.trama.analyzer.model;

/** What an await depends on: distinguishes IO-bound, contended and merely idle tasks. */
public enum AwaitCategory {
  /** Bytes to arrive or leave: sockets, files, processes, DNS. */
  IO,
  /** Other threads to leave a critical section: locks, monitors. */
  LOCK,
  /** A bounded resource to become free: semaphores, pools. */
  POOL,
  /** Other threads' messages: queues, exchangers, conditions, {@code Object.wait}. */
  SIGNAL,
  /** Other tasks' results: futures, joins, latches, scopes. */
  TASK,
  /** Time to pass. */
  TIMER,
  /** Something unknown. */
  OTHER
}
