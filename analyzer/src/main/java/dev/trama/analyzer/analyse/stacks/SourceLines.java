package dev.trama.analyzer.analyse.stacks;

import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened at each line of source: awaits of its own, and calls that suspended. */
public final class SourceLines {
  private final SortedMap<String, SortedMap<Integer, Line>> files = new TreeMap<>();

  /** What happened at one line. */
  public static final class Line {
    private final SortedMap<String, Long> awaitNanos = new TreeMap<>();
    private long awaits;
    private long nanos;
    private long calls;
    private long callNanos;

    /** Awaits charged to this line itself. */
    public long awaits() {
      return awaits;
    }

    public long nanos() {
      return nanos;
    }

    /** Awaits inside methods that this line called. */
    public long calls() {
      return calls;
    }

    public long callNanos() {
      return callNanos;
    }

    /** The kind of await that took most of the time; empty when the line only calls. */
    public String kind() {
      return awaitNanos.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse("");
    }

    private void await(FineKind kind, StackFold.Tally tally) {
      awaitNanos.merge(kind.name(), tally.nanos(), Long::sum);
      awaits += tally.count();
      nanos += tally.nanos();
    }

    private void call(StackFold.Tally tally) {
      calls += tally.count();
      callNanos += tally.nanos();
    }
  }

  public SourceLines(StackFold stacks) {
    stacks.tallies().forEach(this::add);
  }

  private void add(StackFold.Key key, StackFold.Tally tally) {
    List<Frame> frames = key.stack().shown();
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      if (frame.line() > 0) {
        Line line =
            files
                .computeIfAbsent(path(frame), f -> new TreeMap<>())
                .computeIfAbsent(frame.line(), l -> new Line());
        if (i == 0) {
          line.await(key.kind(), tally);
        } else {
          line.call(tally);
        }
      }
    }
  }

  /** {@code a.b.C} in {@code C.java} is {@code a/b/C.java} below a source root. */
  private static String path(Frame frame) {
    int dot = frame.type().lastIndexOf('.');
    return dot < 0
        ? frame.file()
        : frame.type().substring(0, dot).replace('.', '/') + "/" + frame.file();
  }

  /** Lines by number, by path below a source root. */
  public SortedMap<String, SortedMap<Integer, Line>> files() {
    return files;
  }
}
