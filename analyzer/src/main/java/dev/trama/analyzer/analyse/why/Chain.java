package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Activity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What those were doing whom somebody waited for, and whom these waited for in turn; merged over
 * many awaits. The time of a node is that of its branches and of what was not followed further.
 */
public final class Chain {
  private final Link link;
  private final Map<Link, Chain> branches = new HashMap<>();
  private long nanos;
  private long count;

  /** How a link hangs on the one above it. */
  public enum Relation {
    /** What is explained: a slow request. */
    ROOT,
    /** Who ended the await above did this while it lasted. */
    WAKER,
    /** Who ended the await above is no virtual thread, so that what it did is not recorded. */
    OUTSIDE,
    /**
     * Who ended the await above did not exist yet, or had not begun the request in which it did.
     */
    NOT_BEGUN,
    /**
     * Who ended the await above is not recorded, but this one was seen to hold what was awaited.
     * What it did is told only where it did one thing all the time: who is suspended gives nothing
     * back.
     */
    HELD,
    /** The time limit ended the await above. */
    TIMER,
    /** Who ended the await above, or held what was awaited, is not recorded. */
    NOT_RECORDED,
    /** The await above was over, or had lasted too long a chain to follow. */
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

  /** How many stretches of time were added up. */
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
