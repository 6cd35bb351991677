package dev.trama.analyzer.analyse.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the request that a user means, in a recording or window by window. */
public final class RequestSearch {
  private static final int EXAMPLES = 3;

  private final String wanted;
  private final List<String> others = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private boolean anyContext;
  private boolean byId;
  private Optional<Request> best = Optional.empty();

  public RequestSearch(String wanted) {
    this.wanted = wanted;
  }

  /** Whether this window has a better one than the windows before. */
  public boolean findsAmong(List<Request> requests) {
    Optional<Request> before = best;
    for (Request request : requests) {
      anyContext |= request.context().isPresent();
      if (examples.size() < EXAMPLES) {
        examples.add(request.key());
      }
      boolean id = request.is(wanted);
      if (id || request.has(wanted)) {
        add(request, id);
      }
    }
    return !best.equals(before);
  }

  private void add(Request request, boolean id) {
    if (best.isEmpty() || (id && !byId)) {
      best.map(Request::key).ifPresent(others::add);
      best = Optional.of(request);
      byId |= id;
    } else if (id == byId && isMore(request, best.get())) {
      others.add(best.get().key());
      best = Optional.of(request);
    } else {
      others.add(request.key());
    }
  }

  /** Of a request that is cut at the border of two windows, the longer piece is better. */
  private static boolean isMore(Request a, Request b) {
    return a.isWhole() == b.isWhole() ? a.durationNanos() > b.durationNanos() : a.isWhole();
  }

  /**
   * The request with this id, or else the slowest that has the value in its context or its tasks.
   */
  public Optional<Request> best() {
    return best;
  }

  /** The ids of others that match, or are pieces of the one found. */
  public List<String> others() {
    return List.copyOf(others);
  }

  /** A few existing ids. */
  public List<String> examples() {
    return List.copyOf(examples);
  }

  /** Whether the recording has any context. */
  public boolean anyContext() {
    return anyContext;
  }
}
