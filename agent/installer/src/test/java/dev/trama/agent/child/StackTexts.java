package dev.trama.agent.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * The stacks that events name by their numbers, as {@code class.method(file:line)} or, where JFR
 * took them, {@code class.method(:line)}, top frame first.
 */
final class StackTexts {
  private final Map<Long, List<String>> byNumber = new HashMap<>();

  private StackTexts() {}

  static StackTexts of(Path file) throws IOException {
    var texts = new StackTexts();
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("trama.Stack")) {
          String frames = event.getString("frames");
          texts.byNumber.put(
              event.getLong("number"), frames == null ? ofJfr(event) : frames.lines().toList());
        }
      }
    }
    return texts;
  }

  /** Frames with their lines; empty when the event names no stack that is in the file. */
  List<String> lines(RecordedEvent event) {
    if (event.hasField("stack") && event.getLong("stack") != 0) {
      return byNumber.getOrDefault(event.getLong("stack"), List.of());
    }
    return ofJfr(event);
  }

  /** {@code class.method} of each frame. */
  List<String> methods(RecordedEvent event) {
    return lines(event).stream().map(line -> line.substring(0, line.indexOf('('))).toList();
  }

  private static List<String> ofJfr(RecordedEvent event) {
    return event.getStackTrace() == null
        ? List.of()
        : event.getStackTrace().getFrames().stream().map(StackTexts::line).toList();
  }

  private static String line(RecordedFrame frame) {
    return frame.getMethod().getType().getName()
        + "."
        + frame.getMethod().getName()
        + "(:"
        + frame.getLineNumber()
        + ")";
  }
}
