package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.points.PointKey;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.FineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that awaits and tasks refer to by number; each entry is written once. */
final class PageNames {
  private record Frame(int label, int type, int file, int line, int origin) {}

  private record Node(int parent, int frame) {}

  private record Kind(FineKind fine, AwaitKind kind) {}

  /**
   * Where a task awaits, and what; numbers, -1 for none.
   *
   * @param stack every frame; none when no stack was taken
   * @param shown the stack of the frames worth showing
   * @param frame the application frame charged
   * @param awaitable string of the awaited object's class, except for monitors
   * @param monitor the monitor of a monitor await, if known
   * @param point the suspension point at which it is counted
   * @param leaf its node in the await tree
   * @param wholeLeaf its node in the await tree of all frames, the JDK's included
   */
  record Site(
      int stack,
      int shown,
      int kind,
      int frame,
      int awaitable,
      int monitor,
      int point,
      int leaf,
      int wholeLeaf) {}

  /**
   * A node of the await tree; numbers, -1 for none.
   *
   * @param parent none for an entry method
   * @param frame the method, none for an await
   * @param caller the frame that called it, or that awaits
   * @param kind of an await
   * @param cut the frames below were cut off
   */
  record TreeNode(int parent, int frame, int caller, int kind, boolean cut) {}

  private final Columns columns;
  private final List<String> strings = new ArrayList<>();
  private final List<Map<String, Object>> kinds = new ArrayList<>();
  private final List<String> carriers = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private final List<String> monitors = new ArrayList<>();
  private final Interned<String> stringNumbers = new Interned<>();
  private final Interned<Kind> kindNumbers = new Interned<>();
  private final Interned<String> carrierNumbers = new Interned<>();
  private final Interned<String> threadNumbers = new Interned<>();
  private final Interned<String> monitorNumbers = new Interned<>();
  private final Interned<Frame> frames = new Interned<>();
  private final Interned<Node> nodes = new Interned<>();
  private final Interned<Site> sites = new Interned<>();
  private final Interned<PointKey> points = new Interned<>();
  private int treeNodes;

  PageNames(Columns columns) {
    this.columns = columns;
    string("");
  }

  int string(String text) {
    return stringNumbers.number(text, () -> strings.add(text));
  }

  int carrier(String name) {
    return carrierNumbers.number(name, () -> carriers.add(name));
  }

  /** A thread that is not a task of this page, but woke or started one. */
  int thread(String name) {
    return threadNumbers.number(name, () -> threads.add(name));
  }

  /** As in text, with the values by which the page counts and colours. */
  int kind(FineKind fine, AwaitKind kind) {
    boolean pinned = kind == AwaitKind.PINNED;
    String category = Constants.word(fine.category());
    return kindNumbers.number(
        new Kind(fine, kind),
        () ->
            kinds.add(
                Map.of(
                    "name",
                    fine.name() + (pinned ? " (pinned)" : ""),
                    "fine",
                    fine.name(),
                    "top",
                    kind.jsonName(),
                    "category",
                    category,
                    "family",
                    pinned ? "pinned" : kind == AwaitKind.YIELD ? "yield" : category)));
  }

  /** The monitor's class; -1 when unknown. */
  int monitor(Awaitable monitor) {
    return monitor.isKnown()
        ? monitorNumbers.number(monitor.type(), () -> monitors.add(CodeNames.type(monitor.type())))
        : -1;
  }

  int point(PointKey key) {
    return points.number(key, () -> {});
  }

  /** A new node of the await tree. */
  int treeNode(TreeNode node) {
    columns.get("node.parent").put(node.parent + 1);
    columns.get("node.frame").put(node.frame + 1);
    columns.get("node.caller").put(node.caller + 1);
    columns.get("node.kind").put(node.kind + 1);
    columns.get("node.cut").put(node.cut ? 1 : 0);
    return treeNodes++;
  }

  /** The awaits of this site pass through a method that calls itself. */
  void recursion(int site, int node) {
    columns.get("recursion.site").put(site);
    columns.get("recursion.node").put(node);
  }

  /**
   * @param label the method in readable form
   * @param type the class's full name
   * @param origin 0 the application, 1 a library, 2 the JDK
   */
  int frame(String label, String type, String file, int line, int origin) {
    Frame frame = new Frame(string(label), string(type), string(file), Math.max(line, 0), origin);
    return frames.number(
        frame,
        () -> {
          columns.get("frame.label").put(frame.label);
          columns.get("frame.type").put(frame.type);
          columns.get("frame.file").put(frame.file);
          columns.get("frame.line").put(frame.line);
          columns.get("frame.origin").put(frame.origin);
        });
  }

  /**
   * A stack as a node of the tree of stacks, whose roots are entry methods.
   *
   * @param parent the caller's node; -1 for an entry method
   */
  int stack(int parent, int frame) {
    Node node = new Node(parent, frame);
    return nodes.number(
        node,
        () -> {
          columns.get("stack.parent").put(node.parent + 1);
          columns.get("stack.frame").put(node.frame);
        });
  }

  int site(Site site) {
    return sites.number(
        site,
        () -> {
          columns.get("site.stack").put(site.stack + 1);
          columns.get("site.shown").put(site.shown + 1);
          columns.get("site.kind").put(site.kind);
          columns.get("site.frame").put(site.frame + 1);
          columns.get("site.awaitable").put(site.awaitable);
          columns.get("site.monitor").put(site.monitor + 1);
          columns.get("site.point").put(site.point);
          columns.get("site.leaf").put(site.leaf);
          columns.get("site.wholeLeaf").put(site.wholeLeaf);
        });
  }

  void putInto(Map<String, Object> header) {
    header.put("strings", strings);
    header.put("kinds", kinds);
    header.put("carriers", carriers);
    header.put("monitors", monitors);
    header.put("threads", threads);
    header.put("threadFamilies", threads.stream().map(Names::family).toList());
  }
}
