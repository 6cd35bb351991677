package dev.trama.analyzer.model;

/**
 * A thread as an event names it.
 *
 * @param id Java thread id, unique within one JVM; 0 when unknown
 * @param name empty when it has none, or when the event does not have it
 */
public record ThreadRef(long id, String name, boolean virtual) {
  public static final ThreadRef UNKNOWN = new ThreadRef(0, "", false);

  /** A virtual thread of which only the id is known. */
  public static ThreadRef task(long id) {
    return new ThreadRef(id, "", true);
  }

  public boolean isKnown() {
    return id != 0;
  }
}
