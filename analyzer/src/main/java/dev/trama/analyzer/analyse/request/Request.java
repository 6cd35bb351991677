package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Context;
import java.util.List;
import java.util.Optional;

/**
 * One piece of work that somebody waited for: a task, the part of a connection's task that answers
 * one request, or a context that the program wrote down.
 *
 * @param key names it in this recording: its id, or else {@code #TASK}, {@code #TASK.N}
 * @param name what it has in common with others: endpoint, entry method, the context's name
 * @param parts who worked for it; first the one it began with, then others by birth or by id
 * @param context what the program says of it
 * @param began false when it began before the recording did, or when that is not known
 * @param ended false when the recording does not hold its end
 * @param mayBeSeveral a server ran it that goes on in the same task, without a pause, when the next
 *     request is there already: {@link KeepAlive}
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

  /** How long whoever asked had to wait. */
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
