package dev.trama.analyzer.read.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that somebody reads of one type, asked for by name once and found by their slot in
 * every event: looking a name up in each event took as long as parsing it.
 */
public final class Fields {
  private final List<String> names = new ArrayList<>();

  /** A field, which a recording may lack. */
  public record Field(int slot) {}

  /** Of this name, absent where the recorded type has no such field. */
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

  /** Negative when nobody asked for it. */
  int slot(String name) {
    return names.indexOf(name);
  }
}
