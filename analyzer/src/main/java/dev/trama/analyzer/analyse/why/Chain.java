package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Activity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tasks that were waited for did, and what these waited for in turn, merged over many
 * awaits. The time of a node is the sum of its branches and of what was not followed further.
 */
public final class Chain {
  private final Link link;
  private final Map<Link, Chain> branches = new HashMap<>();
  private long nanos;
  private long count;

  /** How a link relates to the one above it. */
  public enum Relation {
    /** What is explained: a slow request. */
    ROOT,
    /** The task that ended the await above did this while it lasted. */
    WAKER,
    /** The thread that ended the await above is not virtual, so what it did is not recorded. */
    OUTSIDE,
    /**
     * The task that ended the await above did not exist yet, or had not begun the request in which
     * it ended it.
     */
    NOT_BEGUN,
    /**
     * The waker of the await above is not recorded, but this task was seen to hold what was
     * awaited. What it did is known only if it did one thing all the time: a suspended task gives
     * nothing back.
     */
    HELD,
    /** The time limit ended the await above. */
    TIMER,
    /** Neither the waker of the await above nor the holder of what was awaited is recorded. */
    NOT_RECORDED,
    /** The await above was over, or the chain had become too long to follow. */
    NOT_FOLLOWED
  }

  /**
   * @param who the sort of task, or the family of threads
   */
  public record Link(Relation relation, String who, Activity activity) {}

  Chain(Link link) {
    this.link = link;
  }

  static Chain root() {
    return new Chain(new Link(Relation.ROOT, "", Activity.UNKNOWN));
  }

  Chain branch(Link to) {
    return branches.computeIfAbsent(to, Chain::new);
  }

  void add(long more) {
    nanos += more;
    count++;
  }

  public Link link() {
    return link;
  }

  public long nanos() {
    return nanos;
  }

  /** How many intervals were added up. */
  public long count() {
    return count;
  }

  /** Those with most time first. */
  public List<Chain> branches() {
    return branches.values().stream()
        .sorted(
            Comparator.comparingLong(Chain::nanos)
                .reversed()
                .thenComparing(chain -> chain.link.who())
                .thenComparing(chain -> chain.link.activity().label())
                .thenComparing(chain -> chain.link.activity().place().site())
                .thenComparing(chain -> chain.link.relation()))
        .toList();
  }
}
