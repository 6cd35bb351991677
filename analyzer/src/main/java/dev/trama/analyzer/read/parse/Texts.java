package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.LongMap;

/**
 * The texts of a chunk's events. The same few words occur again and again (the kinds of await), so
 * the latest ones are kept by their bytes.
 */
final class Texts {
  /** A power of two. */
  private static final int KEPT = 1 << 8;

  private static final int LONGEST_KEPT = 32;

  private final LongMap<String> constants;
  private final byte[][] bytes = new byte[KEPT][];
  private final String[] texts = new String[KEPT];

  /**
   * @param constants of {@code java.lang.String}
   */
  Texts(LongMap<String> constants) {
    this.constants = constants;
  }

  String constant(long number) {
    return constants.getOrDefault(number, "");
  }

  /** The text at this position, which may be anywhere in {@code in}. */
  String at(Bytes in, int position) {
    int before = in.position();
    in.moveTo(position);
    in.skipText();
    int length = in.position() - position;
    String text;
    if (length > LONGEST_KEPT || in.startsWith(position, Bytes.TEXT_CONSTANT)) {
      in.moveTo(position);
      text = in.text(constants);
    } else {
      text = kept(in, position, length);
    }
    in.moveTo(before);
    return text;
  }

  private String kept(Bytes in, int position, int length) {
    int slot = in.hash(position, length) & (KEPT - 1);
    if (bytes[slot] == null || !in.equals(position, length, bytes[slot])) {
      bytes[slot] = in.copy(position, length);
      in.moveTo(position);
      texts[slot] = in.text(constants);
    }
    return texts[slot];
  }
}
