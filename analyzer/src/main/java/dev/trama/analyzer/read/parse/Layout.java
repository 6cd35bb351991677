package dev.trama.analyzer.read.parse;

/**
 * The fields of a type in the order in which this chunk writes them, and the slot of each. Fields
 * that are not read are skipped.
 */
final class Layout {
  /** The slot of a field that is skipped. */
  static final int NOWHERE = -1;

  private final Metadata metadata;
  private final Metadata.Field[] fields;
  private final Metadata.Form[] forms;
  private final int[] slots;
  private final boolean[] present;
  private final boolean[] inPlace;

  /** For constants, which follow one another. */
  static Layout whole(Metadata metadata, Metadata.Type type, Fields wanted) {
    return new Layout(metadata, type, wanted, type.fields().size());
  }

  /** For events, whose ends are known: the fields after the last one that is read are ignored. */
  static Layout asFarAsWanted(Metadata metadata, Metadata.Type type, Fields wanted) {
    int used = 0;
    for (int i = 0; i < type.fields().size(); i++) {
      used = wanted.slot(type.fields().get(i).name()) < 0 ? used : i + 1;
    }
    return new Layout(metadata, type, wanted, used);
  }

  private Layout(Metadata metadata, Metadata.Type type, Fields wanted, int used) {
    this.metadata = metadata;
    this.present = new boolean[wanted.size()];
    this.inPlace = new boolean[wanted.size()];
    this.fields = type.fields().subList(0, used).toArray(Metadata.Field[]::new);
    this.forms = new Metadata.Form[used];
    this.slots = new int[used];
    for (int i = 0; i < used; i++) {
      forms[i] = form(fields[i]);
      slots[i] = wanted.slot(fields[i].name());
      if (slots[i] != NOWHERE) {
        present[slots[i]] = true;
        inPlace[slots[i]] = forms[i] == Metadata.Form.TEXT;
      }
    }
  }

  private Metadata.Form form(Metadata.Field field) {
    if (field.array()) {
      return Metadata.Form.STRUCTURE;
    }
    return field.constant() ? Metadata.Form.NUMBER : metadata.type(field.type()).form();
  }

  int size() {
    return present.length;
  }

  boolean has(int slot) {
    return present[slot];
  }

  /** Whether the field is a text in the event itself. */
  boolean isText(int slot) {
    return inPlace[slot];
  }

  /**
   * Reads the fields from {@code in}.
   *
   * @param values by slot: numbers, the bits of fractions, the positions of everything else
   */
  void read(Bytes in, long[] values) {
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[i];
      if (slot == NOWHERE) {
        skip(in, i);
      } else {
        values[slot] = value(in, i);
      }
    }
  }

  private long value(Bytes in, int i) {
    return switch (forms[i]) {
      case NUMBER -> in.number();
      case OCTET -> in.octet();
      case FLOAT -> Double.doubleToRawLongBits(Float.intBitsToFloat(in.fourBytes()));
      case DOUBLE -> in.eightBytes();
      case TEXT, STRUCTURE -> {
        int position = in.position();
        skip(in, i);
        yield position;
      }
    };
  }

  private void skip(Bytes in, int i) {
    switch (forms[i]) {
      case NUMBER -> in.skipNumber();
      case OCTET -> in.skip(1);
      case FLOAT -> in.skip(4);
      case DOUBLE -> in.skip(8);
      case TEXT -> in.skipText();
      case STRUCTURE -> metadata.skip(in, fields[i]);
    }
  }
}
