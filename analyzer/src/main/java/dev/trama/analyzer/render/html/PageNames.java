package dev.trama.analyzer.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that awaits and tasks refer to by number; each entry is written once. */
final class PageNames {
  private record Frame(int label, int type, int file, int line, int origin) {}

  private record Node(int parent, int frame) {}

  private record Site(int stack, int shown, int kind, int point, int awaitable) {}

  private final Columns columns;
  private final List<String> strings = new ArrayList<>();
  private final List<Map<String, String>> kinds = new ArrayList<>();
  private final List<String> carriers = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private final Interned<String> stringNumbers = new Interned<>();
  private final Interned<String> kindNumbers = new Interned<>();
  private final Interned<String> carrierNumbers = new Interned<>();
  private final Interned<String> threadNumbers = new Interned<>();
  private final Interned<Frame> frames = new Interned<>();
  private final Interned<Node> nodes = new Interned<>();
  private final Interned<Site> sites = new Interned<>();

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

  /**
   * @param top one of the six top-level kinds
   * @param family what the page colours by
   */
  int kind(String name, String top, String family) {
    return kindNumbers.number(
        name + ' ' + top, () -> kinds.add(Map.of("name", name, "top", top, "family", family)));
  }

  /**
   * @param label the method as people say it
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

  /**
   * Where and on what a task awaits.
   *
   * @param stack -1 when no stack was taken
   * @param shown the stack of the frames worth showing; -1 when there is none
   * @param point the application frame charged; -1 when there is none
   * @param awaitable class of the object awaited; empty when unknown
   */
  int site(int stack, int shown, int kind, int point, String awaitable) {
    Site site = new Site(stack, shown, kind, point, string(awaitable));
    return sites.number(
        site,
        () -> {
          columns.get("site.stack").put(site.stack + 1);
          columns.get("site.shown").put(site.shown + 1);
          columns.get("site.kind").put(site.kind);
          columns.get("site.point").put(site.point + 1);
          columns.get("site.awaitable").put(site.awaitable);
        });
  }

  void putInto(Map<String, Object> header) {
    header.put("strings", strings);
    header.put("kinds", kinds);
    header.put("carriers", carriers);
    header.put("threads", threads);
  }
}
