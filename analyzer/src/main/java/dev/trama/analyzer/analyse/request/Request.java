package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Context;
import java.util.List;
import java.util.Optional;

/**
 * One piece of work that a client waited for: a task, the part of a connection's task that answers
 * one request, or a context that the program wrote.
 *
 * @param key its name within this recording: its id, or else {@code #TASK}, {@code #TASK.N}
 * @param name what it has in common with others: endpoint, entry method, the context's name
 * @param parts the threads that worked for it; first the one in which it began, then others by
 *     birth or by id
 * @param context what the program recorded about it
 * @param began false when it began before the recording did, or when that is not known
 * @param ended false when its end is not in the recording
 * @param mayBeSeveral whether its server goes on in the same task, without a pause, when the next
 *     request has already arrived: {@link KeepAlive}
 */
public record Request(
    String key,
    String name,
    List<Part> parts,
    Optional<Context> context,
    boolean began,
    boolean ended,
    boolean mayBeSeveral) {
  public Request {
    parts = List.copyOf(parts);
  }

  /** Where it began and usually ended. */
  public Part root() {
    return parts.getFirst();
  }

  public long startNanos() {
    return root().startNanos();
  }

  public long endNanos() {
    return root().endNanos();
  }

  /** How long the client had to wait, in nanoseconds. */
  public long durationNanos() {
    return root().durationNanos();
  }

  /** Seen from start to end, so that its duration is one. */
  public boolean isWhole() {
    return began && ended;
  }

  /** Whether this is its id. */
  public boolean is(String id) {
    return key.equalsIgnoreCase(id) || key.equals("#" + id);
  }

  /** Whether this is a field of its context, or the id of a task that worked for it. */
  public boolean has(String value) {
    return context.map(c -> c.has(value)).orElse(false)
        || parts.stream().anyMatch(part -> ("#" + part.threadId()).equals(value));
  }
}
