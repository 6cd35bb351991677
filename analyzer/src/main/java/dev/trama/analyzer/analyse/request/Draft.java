package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request that is being put together. */
final class Draft {
  private final String key;
  private final String name;
  private final Optional<Context> context;
  private final boolean began;
  private final boolean ended;
  private final boolean mayBeSeveral;
  private final List<Part> parts = new ArrayList<>(1);

  /** The threads besides the root's; most requests have none. */
  private Set<Long> others = Set.of();

  /** Certainly one request, because the program says so. */
  Draft(
      String key, String name, Optional<Context> context, Part root, boolean began, boolean ended) {
    this(key, name, context, root, began, ended, false);
  }

  Draft(
      String key,
      String name,
      Optional<Context> context,
      Part root,
      boolean began,
      boolean ended,
      boolean mayBeSeveral) {
    this.key = key;
    this.name = name;
    this.context = context;
    this.began = began;
    this.ended = ended;
    this.mayBeSeveral = mayBeSeveral;
    parts.add(root);
  }

  Part root() {
    return parts.getFirst();
  }

  /** Time of one thread counts once. */
  void add(Part part) {
    boolean known =
        !isFirstOf(part.threadId())
            && parts.stream()
                .anyMatch(
                    p ->
                        p.threadId() == part.threadId()
                            && p.startNanos() <= part.startNanos()
                            && part.endNanos() <= p.endNanos());
    if (!known) {
      parts.add(part);
    }
  }

  Request request() {
    return new Request(key, name, parts, context, began, ended, mayBeSeveral);
  }

  private boolean isFirstOf(long threadId) {
    if (threadId == root().threadId()) {
      return false;
    }
    if (others.isEmpty()) {
      others = new HashSet<>();
    }
    return others.add(threadId);
  }
}
