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

/**
 * What the code of one or several tasks would look like if Java had {@code await}: the coroutines
 * as a call tree, its leaves the awaits, loops folded. Children stand in the order of their first
 * suspension.
 */
public final class CallTree {
  private final MethodNode root = new MethodNode("", "", Frame.Origin.APPLICATION, false);

  private CallTree() {}

  /** A method that suspended before it returned, or one of its awaits. */
  public sealed interface Node permits MethodNode, AwaitNode {}

  public static CallTree of(List<Task> tasks) {
    var tree = new CallTree();
    tasks.stream()
        .flatMap(task -> task.awaits().stream())
        .sorted(Comparator.comparingLong(Await::startNanos))
        .forEach(tree::add);
    return tree;
  }

  /** The entry methods, and awaits without a stack. */
  public List<Node> roots() {
    return root.children();
  }

  private void add(Await await) {
    List<Frame> frames = await.stack().shown();
    MethodNode at = root;
    String callSite = "";
    for (int i = frames.size() - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      boolean recursion = i < frames.size() - 1 && isSameMethod(frame, frames.get(i + 1));
      if (recursion) {
        at.recursive = true;
      } else {
        boolean cut = at == root && await.stack().isTruncated();
        at = at.callee(frame, callSite, cut);
      }
      callSite = frame.site();
    }
    at.awaitNode(await, callSite).add(await);
  }

  private static boolean isSameMethod(Frame a, Frame b) {
    return a.method().equals(b.method()) && a.type().equals(b.type());
  }

  /** A method that was seen to suspend. */
  public static final class MethodNode implements Node {
    private final String label;
    private final String callSite;
    private final Frame.Origin origin;
    private final boolean cut;
    private boolean recursive;
    private final Map<Object, Node> children = new LinkedHashMap<>();

    private record CallKey(String method, String callSite) {}

    private record AwaitKey(FineKind kind, boolean pinned, String site) {}

    private MethodNode(String label, String callSite, Frame.Origin origin, boolean cut) {
      this.label = label;
      this.callSite = callSite;
      this.origin = origin;
      this.cut = cut;
    }

    private MethodNode callee(Frame frame, String callSite, boolean cut) {
      var key = new CallKey(frame.qualified(), callSite);
      String site = callSite.isEmpty() ? frame.file() : callSite;
      return (MethodNode)
          children.computeIfAbsent(
              key, k -> new MethodNode(frame.label(), site, frame.origin(), cut));
    }

    private AwaitNode awaitNode(Await await, String site) {
      boolean monitor =
          switch (await.kind()) {
            case MONITOR_ENTER, OBJECT_WAIT -> true;
            case SLEEP, PARK, YIELD, PINNED -> false;
          };
      var key = new AwaitKey(await.fine(), await.isPinned(), site);
      var node =
          (AwaitNode)
              children.computeIfAbsent(
                  key, k -> new AwaitNode(await.fine(), await.isPinned(), site));
      if (monitor) {
        node.seeMonitor(await.awaitable());
      }
      return node;
    }

    public String label() {
      return label;
    }

    /** Where it was called from; for an entry method, its file. */
    public String callSite() {
      return callSite;
    }

    /** Whose code it is. */
    public Frame.Origin origin() {
      return origin;
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
    private final FineKind kind;
    private final boolean pinned;
    private String monitorType = "";
    private boolean monitorsDiffer;
    private final String site;
    private final Quantiles durations = new Quantiles();
    private final WakerCounts wakers = new WakerCounts();
    private long readyNanos;
    private long minTimeoutNanos = Long.MAX_VALUE;
    private long maxTimeoutNanos;
    private long stillSuspended;

    private AwaitNode(FineKind kind, boolean pinned, String site) {
      this.kind = kind;
      this.pinned = pinned;
      this.site = site;
    }

    private void add(Await await) {
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

    public FineKind kind() {
      return kind;
    }

    public boolean isPinned() {
      return pinned;
    }

    /** Only monitors that are awaited for long are identified. */
    private void seeMonitor(Awaitable monitor) {
      if (monitorType.isEmpty() && !monitorsDiffer) {
        monitorType = monitor.type();
      } else if (monitor.isKnown() && !monitor.type().equals(monitorType)) {
        monitorsDiffer = true;
        monitorType = "";
      }
    }

    /** Class of the monitors; empty when none is known, when they differ, and for other kinds. */
    public String monitorType() {
      return monitorType;
    }

    /** The line that suspended; empty when no stack was taken. */
    public String site() {
      return site;
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
