package dev.trama.analyzer.read.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that are read of one type. They are looked up by name once, and found by slot in every
 * event: looking up a name in each event took as long as parsing it.
 */
public final class Fields {
  private final List<String> names = new ArrayList<>();

  /** A field, which may be missing in a recording. */
  public record Field(int slot) {}

  /** The field of this name; its value is absent if the recorded type has no such field. */
  public Field field(String name) {
    int known = names.indexOf(name);
    if (known < 0) {
      names.add(name);
    }
    return new Field(known < 0 ? names.size() - 1 : known);
  }

  int size() {
    return names.size();
  }

  /** The field's slot; negative when it is not read. */
  int slot(String name) {
    return names.indexOf(name);
  }
}
