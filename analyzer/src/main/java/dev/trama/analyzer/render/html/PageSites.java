package dev.trama.analyzer.render.html;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sites of a page: each stack, kind and awaitable once. Equal stacks are one object. */
final class PageSites {
  private record Key(Stack stack, AwaitKind kind, FineKind fine, String awaitable) {}

  private final PageNames names;
  private final Map<Key, Integer> known = new HashMap<>();
  private final IdentityHashMap<Frame, Integer> frames = new IdentityHashMap<>();
  private final IdentityHashMap<Stack, Integer> whole = new IdentityHashMap<>();
  private final IdentityHashMap<Stack, Integer> shown = new IdentityHashMap<>();

  PageSites(PageNames names) {
    this.names = names;
  }

  int site(Await await) {
    var key = new Key(await.stack(), await.kind(), await.fine(), awaitable(await));
    Integer number = known.get(key);
    if (number == null) {
      number = number(await);
      known.put(key, number);
    }
    return number;
  }

  private int number(Await await) {
    Stack stack = await.stack();
    return names.site(
        whole.computeIfAbsent(stack, s -> node(withoutProbe(s.frames()))),
        shown.computeIfAbsent(stack, s -> node(s.shown())),
        kind(await),
        stack.suspensionPoint().map(this::frame).orElse(-1),
        awaitable(await));
  }

  /** Only monitors that are awaited for long are identified: a site would fall into two. */
  private static String awaitable(Await await) {
    return switch (await.kind()) {
      case MONITOR_ENTER, OBJECT_WAIT -> "";
      case SLEEP, PARK, YIELD, PINNED -> await.awaitable().type();
    };
  }

  private int kind(Await await) {
    String name = await.fine().name();
    String top = await.kind().jsonName();
    return switch (await.kind()) {
      case PINNED -> names.kind("pinned " + name, top, "pinned");
      case YIELD -> names.kind(name, top, "yield");
      case SLEEP, PARK, MONITOR_ENTER, OBJECT_WAIT ->
          names.kind(name, top, await.fine().category().name().toLowerCase(Locale.ROOT));
    };
  }

  private int node(List<Frame> topFirst) {
    int node = -1;
    for (Frame frame : topFirst.reversed()) {
      node = names.stack(node, frame(frame));
    }
    return node;
  }

  /** The agent's own frames on top are no part of the program. */
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
