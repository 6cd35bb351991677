package dev.trama.analyzer.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of the fields in JSON, whatever their values and however many elements. */
public final class JsonFields {
  /** Objects whose field names come from the recording. */
  private static final Set<String> MAPS = Set.of("evidence", "awaitingByKind");

  private JsonFields() {}

  public static List<String> of(JsonNode root) {
    var paths = new TreeSet<String>();
    collect("", root, paths);
    return new ArrayList<>(paths);
  }

  /** Trees are as deep as the program, and evidence differs by finding. */
  private static void collect(String at, JsonNode node, Set<String> paths) {
    if (node.isArray()) {
      node.forEach(element -> collect(at + "[]", element, paths));
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                String path = at + "." + field.getKey();
                paths.add(path.replaceAll("(\\.children\\[\\])+", ".children[]"));
                if (!MAPS.contains(field.getKey())) {
                  collect(path, field.getValue(), paths);
                }
              });
    }
  }
}
