package dev.trama.analyzer.export.table;

import dev.trama.analyzer.export.profile.FrameNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes each stack once. A reader makes one object for equal stacks, so they are looked up by
 * identity.
 */
final class StackRows {
  private final String run;
  private final RowSink sink;
  private final IdentityHashMap<Stack, String> ids = new IdentityHashMap<>();
  private final Set<String> written = new HashSet<>();

  StackRows(String run, RowSink sink) {
    this.run = run;
    this.sink = sink;
  }

  /** Empty when there is no stack. */
  String id(Stack stack) {
    return stack.isKnown() ? ids.computeIfAbsent(stack, this::write) : "";
  }

  private String write(Stack stack) {
    var frames = FrameNames.frames(stack);
    String text = frames.stream().map(StackRows::line).collect(Collectors.joining("\n"));
    String id = Hashes.of(stack.isTruncated() + "\n" + text);
    if (written.add(id)) {
      String entry = stack.entry().map(Frame::qualified).orElse("");
      sink.row(Table.STACKS, run, id, (long) frames.size(), stack.isTruncated(), entry, text);
    }
    return id;
  }

  private static String line(Frame frame) {
    return frame.qualified() + "(" + frame.site() + ")";
  }
}
