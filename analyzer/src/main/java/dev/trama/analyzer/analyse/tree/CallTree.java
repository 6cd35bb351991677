package dev.trama.analyzer.analyse.tree;

import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the code of one or several tasks would look like if Java had {@code await}: the coroutines
 * as a call tree whose leaves are the awaits, with loops folded. Children are in the order of their
 * first suspension.
 */
public final class CallTree {
  /** A chain of at least this many library calls is shown as one row. */
  public static final int MIN_FOLDED = 4;

  private static final Frame NONE = new Frame("", "", "", 0, Frame.Origin.APPLICATION);

  private final MethodNode root = new MethodNode(Optional.empty(), NONE, Optional.empty(), false);

  /** A method that suspended before it returned, or one of its awaits. */
  public sealed interface Node permits MethodNode, AwaitNode {}

  public static CallTree of(List<Task> tasks) {
    var tree = new CallTree();
    tasks.stream()
        .flatMap(task -> task.awaits().stream())
        .sorted(Comparator.comparingLong(Await::startNanos))
        .forEach(
            await -> {
              List<Frame> frames = await.stack().shown();
              tree.place(await, frames, method -> method.recursive = true).add(await);
            });
    return tree;
  }

  /** The entry methods, and awaits without a stack. */
  public List<Node> roots() {
    return root.children();
  }

  /**
   * Finds, or makes, the node that an await belongs to, without adding it.
   *
   * @param frames those of its stack to show, top first
   * @param recursive gets each method that calls itself in this stack: it is one node
   */
  public AwaitNode place(Await await, List<Frame> frames, Consumer<MethodNode> recursive) {
    MethodNode at = root;
    Optional<Frame> caller = Optional.empty();
    for (Frame frame : frames.reversed()) {
      if (caller.isPresent() && isSameMethod(frame, caller.get())) {
        recursive.accept(at);
      } else {
        at = at.callee(frame, caller, at == root && await.stack().isTruncated());
      }
      caller = Optional.of(frame);
    }
    return at.awaitNode(await, caller);
  }

  private static boolean isSameMethod(Frame a, Frame b) {
    return a.method().equals(b.method()) && a.type().equals(b.type());
  }

  /** A method that was seen to suspend. */
  public static final class MethodNode implements Node {
    private final Optional<MethodNode> parent;
    private final Frame frame;
    private final Optional<Frame> caller;
    private final boolean cut;
    private boolean recursive;
    private final Map<Object, Node> children = new LinkedHashMap<>();

    private record CallKey(String method, String callSite, boolean cut) {}

    private record AwaitKey(FineKind kind, boolean pinned, String site) {}

    private MethodNode(
        Optional<MethodNode> parent, Frame frame, Optional<Frame> caller, boolean cut) {
      this.parent = parent;
      this.frame = frame;
      this.caller = caller;
      this.cut = cut;
    }

    private MethodNode callee(Frame frame, Optional<Frame> caller, boolean cut) {
      var key = new CallKey(frame.qualified(), caller.map(Frame::site).orElse(""), cut);
      return (MethodNode)
          children.computeIfAbsent(key, k -> new MethodNode(Optional.of(this), frame, caller, cut));
    }

    private AwaitNode awaitNode(Await await, Optional<Frame> at) {
      var key = new AwaitKey(await.fine(), await.isPinned(), at.map(Frame::site).orElse(""));
      return (AwaitNode)
          children.computeIfAbsent(
              key, k -> new AwaitNode(this, await.fine(), await.isPinned(), at));
    }

    /** Its caller; for an entry method the root, which has no parent. */
    public Optional<MethodNode> parent() {
      return parent;
    }

    /** The method, at one of the lines where it was seen. */
    public Frame frame() {
      return frame;
    }

    /** The frame that called it; empty for an entry method. */
    public Optional<Frame> caller() {
      return caller;
    }

    public String label() {
      return frame.label();
    }

    /** The line that called it; for an entry method, its file. */
    public String callSite() {
      return caller.map(Frame::site).orElse(frame.file());
    }

    /** Whose code it is. */
    public Frame.Origin origin() {
      return frame.origin();
    }

    /** The frames below it were cut off by the recording's depth limit. */
    public boolean isCut() {
      return cut;
    }

    public boolean isRecursive() {
      return recursive;
    }

    public List<Node> children() {
      return new ArrayList<>(children.values());
    }
  }

  /** The awaits of one kind at one place. */
  public static final class AwaitNode implements Node {
    private final MethodNode parent;
    private final FineKind kind;
    private final boolean pinned;
    private final Optional<Frame> at;
    private String monitorType = "";
    private boolean monitorsDiffer;
    private final Quantiles durations = new Quantiles();
    private final WakerCounts wakers = new WakerCounts();
    private long readyNanos;
    private long minTimeoutNanos = Long.MAX_VALUE;
    private long maxTimeoutNanos;
    private long stillSuspended;

    private AwaitNode(MethodNode parent, FineKind kind, boolean pinned, Optional<Frame> at) {
      this.parent = parent;
      this.kind = kind;
      this.pinned = pinned;
      this.at = at;
    }

    private void add(Await await) {
      if (await.isOfMonitor()) {
        seeMonitor(await.awaitable());
      }
      durations.add(await.durationNanos());
      readyNanos += await.readyNanos();
      minTimeoutNanos = Math.min(minTimeoutNanos, await.timeoutNanos());
      maxTimeoutNanos = Math.max(maxTimeoutNanos, await.timeoutNanos());
      if (await.isStillSuspended()) {
        stillSuspended++;
      } else {
        wakers.add(await.waker());
      }
    }

    /** The method that suspended; the root when no stack was taken. */
    public MethodNode parent() {
      return parent;
    }

    public FineKind kind() {
      return kind;
    }

    public boolean isPinned() {
      return pinned;
    }

    /** The agent identifies only monitors that are awaited for long. */
    private void seeMonitor(Awaitable monitor) {
      if (monitorType.isEmpty() && !monitorsDiffer) {
        monitorType = monitor.type();
      } else if (monitor.isKnown() && !monitor.type().equals(monitorType)) {
        monitorsDiffer = true;
        monitorType = "";
      }
    }

    /** Class of the monitors; empty when it is not known, when they differ, and for other kinds. */
    public String monitorType() {
      return monitorType;
    }

    /** The line that suspended; empty when no stack was taken. */
    public String site() {
      return at.map(Frame::site).orElse("");
    }

    /** The frame that suspended; empty when no stack was taken. */
    public Optional<Frame> frame() {
      return at;
    }

    public Quantiles durations() {
      return durations;
    }

    public WakerCounts wakers() {
      return wakers;
    }

    public long readyNanos() {
      return readyNanos;
    }

    public long minTimeoutNanos() {
      return minTimeoutNanos;
    }

    public long maxTimeoutNanos() {
      return maxTimeoutNanos;
    }

    /** How many of them had not ended when the recording did. */
    public long stillSuspended() {
      return stillSuspended;
    }
  }
}
