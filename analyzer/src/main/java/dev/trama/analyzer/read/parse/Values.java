package dev.trama.analyzer.read.parse;

import java.util.Arrays;

/**
 * The fields of one event or constant; the object is reused for the next one. A field that the
 * recording does not have is 0, false or empty.
 */
public class Values {
  private final Layout layout;
  private final Bytes in;
  private final Texts texts;
  private final long[] values;

  Values(Layout layout, Bytes in, Texts texts) {
    this.layout = layout;
    this.in = in;
    this.texts = texts;
    this.values = new long[layout.size()];
  }

  /** Reads the next one's fields, from where they begin. */
  final void read() {
    layout.read(in, values);
  }

  final long value(int slot) {
    return values[slot];
  }

  public final boolean has(Fields.Field field) {
    return layout.has(field.slot());
  }

  /** A whole number, or the number of a constant. */
  public final long number(Fields.Field field) {
    return values[field.slot()];
  }

  public final boolean flag(Fields.Field field) {
    return values[field.slot()] != 0;
  }

  public final double fraction(Fields.Field field) {
    return Double.longBitsToDouble(values[field.slot()]);
  }

  public final String text(Fields.Field field) {
    int slot = field.slot();
    if (layout.isText(slot)) {
      return texts.at(in, (int) values[slot]);
    }
    return layout.has(slot) ? texts.constant(values[slot]) : "";
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
