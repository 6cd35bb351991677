package dev.trama.analyzer.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stack, top frame first. Readers make one object for equal stacks, so analyses may cache by
 * identity.
 *
 * <p>The frames worth showing are the application's; where there are none (a driver's own thread),
 * the libraries'; where there are none of these either, the JDK's, without the plumbing.
 */
public final class Stack {
  public static final Stack NONE = new Stack(List.of(), false);

  /** Frames at the bottom or top of every stack, which carry no information. */
  private static final Set<String> PLUMBING =
      Set.of(
          "java.lang.VirtualThread",
          "java.lang.ThreadBuilders$BoundVirtualThread",
          "java.lang.Thread",
          "java.lang.BaseVirtualThread",
          "java.lang.System$1",
          "java.lang.System$2",
          "java.lang.Object",
          "java.util.concurrent.locks.LockSupport",
          "java.util.concurrent.ThreadPerTaskExecutor",
          "java.util.concurrent.FutureTask",
          "java.util.concurrent.Executors$RunnableAdapter",
          "jdk.internal.vm.Continuation",
          "jdk.internal.vm.Continuation$1",
          "jdk.internal.vm.ThreadContainers",
          "jdk.internal.misc.Unsafe",
          "jdk.internal.misc.VirtualThreads");

  private final List<Frame> frames;
  private final boolean truncated;
  private final List<Frame> shown;
  private final int applicationEntry;
  private final String applicationEntryLabel;
  private final String site;
  private final Optional<Frame> entry;

  public Stack(List<Frame> frames, boolean truncated) {
    this.frames = List.copyOf(frames);
    this.truncated = truncated;
    this.shown = chooseShown(this.frames);
    this.applicationEntry = findApplicationEntry(this.frames);
    this.applicationEntryLabel =
        applicationEntry < 0 ? "" : this.frames.get(applicationEntry).label();
    this.site = suspensionPoint().map(Frame::site).orElse("");
    this.entry = truncated || shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast());
  }

  private static List<Frame> chooseShown(List<Frame> frames) {
    for (Frame.Origin origin : Frame.Origin.values()) {
      var chosen = frames.stream().filter(f -> f.origin() == origin && isTelling(f)).toList();
      if (!chosen.isEmpty()) {
        return chosen;
      }
    }
    return List.of();
  }

  private static boolean isTelling(Frame frame) {
    return !PLUMBING.contains(frame.type())
        && !frame.type().startsWith("dev.trama.probe.")
        && !frame.type().startsWith("java.lang.invoke.")
        && !frame.type().contains("$$Lambda")
        && !CodeNames.isBridge(frame.method());
  }

  /** Every frame there is, top first. */
  public List<Frame> frames() {
    return frames;
  }

  /** The frames worth showing, innermost first: the coroutines of an await. */
  public List<Frame> shown() {
    return shown;
  }

  /**
   * Whether the recording cut the stack at its depth limit, so that the entry method is not known.
   */
  public boolean isTruncated() {
    return truncated;
  }

  public boolean isKnown() {
    return !frames.isEmpty();
  }

  /** The frame to which an await with this stack is charged. */
  public Optional<Frame> suspensionPoint() {
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown.getFirst());
  }

  /** The site of that frame, {@code File.java:12}; empty when there is none. */
  public String site() {
    return site;
  }

  /** The method in which the task began. */
  public Optional<Frame> entry() {
    return entry;
  }

  private static int findApplicationEntry(List<Frame> frames) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      if (frame.origin() == Frame.Origin.APPLICATION && !CodeNames.isGenerated(frame.type())) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the application's outermost frame; -1 when there is none. */
  public int applicationEntry() {
    return applicationEntry;
  }

  /** The label of that frame's method; empty when there is none. */
  public String applicationEntryLabel() {
    return applicationEntryLabel;
  }

  /** How many frames two stacks share, from the bottom up. */
  public int inCommon(Stack other) {
    int most = Math.min(frames.size(), other.frames.size());
    int n = 0;
    while (n < most
        && frames
            .get(frames.size() - 1 - n)
            .equals(other.frames.get(other.frames.size() - 1 - n))) {
      n++;
    }
    return n;
  }

  @Override
  public String toString() {
    return frames.toString() + (truncated ? " (cut)" : "");
  }
}
