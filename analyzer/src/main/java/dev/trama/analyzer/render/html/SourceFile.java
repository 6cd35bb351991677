package dev.trama.analyzer.render.html;

import java.util.List;
import java.util.Map;

/**
 * A source file that suspends.
 *
 * @param path as shown, relative to the directory in which it was found
 * @param types the classes of this recording that were compiled from it
 */
public record SourceFile(String path, List<String> types, String text) {
  public SourceFile {
    types = List.copyOf(types);
  }

  Map<String, Object> forPage() {
    return Map.of("path", path, "types", types, "text", text);
  }
}
