package dev.trama.analyzer.render.html;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which source files a page of this recording can show. */
public final class Sources {
  private Sources() {}

  /**
   * The files whose code suspends, below their source root, each with the classes of the recording
   * that were compiled from it.
   */
  public static Map<String, List<String>> wanted(Recording recording) {
    Map<String, TreeSet<String>> types = new TreeMap<>();
    recording.tasks().stream()
        .flatMap(task -> task.awaits().stream())
        .map(await -> await.stack())
        .distinct()
        .flatMap(stack -> stack.shown().stream())
        .filter(frame -> frame.origin() != Frame.Origin.JDK && !frame.file().isEmpty())
        .forEach(
            frame -> types.computeIfAbsent(path(frame), p -> new TreeSet<>()).add(frame.type()));
    Map<String, List<String>> wanted = new TreeMap<>();
    types.forEach((path, of) -> wanted.put(path, List.copyOf(of)));
    return wanted;
  }

  private static String path(Frame frame) {
    int dot = frame.type().lastIndexOf('.');
    return frame.type().substring(0, dot + 1).replace('.', '/') + frame.file();
  }
}
