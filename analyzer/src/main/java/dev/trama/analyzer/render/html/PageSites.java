package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.points.PointKey;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The sites of a page: each stack, kind and awaitable once. Equal stacks are one object. */
final class PageSites {
  private record Key(Stack stack, AwaitKind kind, FineKind fine, String awaitable) {}

  private final PageNames names;
  private final Map<Key, Integer> known = new HashMap<>();
  private final IdentityHashMap<Frame, Integer> frames = new IdentityHashMap<>();
  private final IdentityHashMap<Stack, Integer> whole = new IdentityHashMap<>();
  private final IdentityHashMap<Stack, Integer> shown = new IdentityHashMap<>();

  private final PageTree shownTree;
  private final PageTree wholeTree;

  PageSites(PageNames names) {
    this.names = names;
    this.shownTree = new PageTree(names, this::frame);
    this.wholeTree = new PageTree(names, this::frame);
  }

  int site(Await await) {
    var key = new Key(await.stack(), await.kind(), await.fine(), await.awaitable().type());
    Integer number = known.get(key);
    if (number == null) {
      number = number(await);
      known.put(key, number);
    }
    return number;
  }

  private int number(Await await) {
    Stack stack = await.stack();
    List<Frame> all = withoutProbe(stack.frames());
    List<Integer> recursive = new ArrayList<>();
    int site =
        names.site(
            new PageNames.Site(
                whole.computeIfAbsent(stack, s -> node(all)),
                shown.computeIfAbsent(stack, s -> node(s.shown())),
                names.kind(await.fine(), await.kind()),
                stack.suspensionPoint().map(this::frame).orElse(-1),
                names.string(await.distinctAwaitable().type()),
                await.isOfMonitor() ? names.monitor(await.awaitable()) : -1,
                names.point(PointKey.of(await)),
                shownTree.leaf(await, stack.shown(), recursive::add),
                wholeTree.leaf(await, all, recursive::add)));
    recursive.forEach(node -> names.recursion(site, node));
    return site;
  }

  private int node(List<Frame> topFirst) {
    int node = -1;
    for (Frame frame : topFirst.reversed()) {
      node = names.stack(node, frame(frame));
    }
    return node;
  }

  /** Without the agent's own frames on top, which are not part of the program. */
  private static List<Frame> withoutProbe(List<Frame> frames) {
    return frames.stream().dropWhile(f -> f.type().startsWith("dev.trama.probe.")).toList();
  }

  int frame(Frame frame) {
    return frames.computeIfAbsent(
        frame, f -> names.frame(f.label(), f.type(), f.file(), f.line(), origin(f.origin())));
  }

  private static int origin(Frame.Origin origin) {
    return switch (origin) {
      case APPLICATION -> 0;
      case LIBRARY -> 1;
      case JDK -> 2;
    };
  }
}
