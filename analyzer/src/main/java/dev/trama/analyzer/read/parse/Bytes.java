package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.LongMap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A position in a chunk's bytes that moves as values are read. Reading past the end throws {@link
 * IndexOutOfBoundsException}, which the parser reports as damage; nothing here can loop for longer
 * than there are bytes.
 *
 * <pre>
 * number     7 bits a byte, lowest first, the highest bit set in all but the last; 9 bytes at most
 * text       one byte for the encoding, then
 *            0 absent    2 number: constant of java.lang.String    4 count, characters as numbers
 *            1 empty     3 count, bytes of UTF-8                   5 count, bytes of Latin 1
 * </pre>
 */
final class Bytes {
  static final int TEXT_ABSENT = 0;
  static final int TEXT_EMPTY = 1;
  static final int TEXT_CONSTANT = 2;
  static final int TEXT_UTF8 = 3;
  static final int TEXT_CHARACTERS = 4;
  static final int TEXT_LATIN1 = 5;

  private byte[] bytes;
  private int at;

  Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Continues in other bytes. */
  void moveTo(byte[] others, int position) {
    bytes = others;
    at = position;
  }

  /** Continues in the bytes of another. */
  void moveTo(Bytes other, int position) {
    moveTo(other.bytes, position);
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  void skip(int count) {
    at += count;
  }

  byte octet() {
    return bytes[at++];
  }

  long number() {
    int b = bytes[at++];
    if (b >= 0) {
      return b;
    }
    long value = b & 0x7F;
    for (int shift = 7; shift < 56; shift += 7) {
      b = bytes[at++];
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    return value | (long) bytes[at++] << 56;
  }

  void skipNumber() {
    int start = at;
    while (bytes[at++] < 0 && at - start < 9) {
      // on to the next byte
    }
  }

  boolean startsWith(int position, int octet) {
    return bytes[position] == octet;
  }

  int hash(int position, int length) {
    int hash = length;
    for (int i = position; i < position + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 8;
  }

  boolean equals(int position, int length, byte[] others) {
    return Arrays.equals(bytes, position, position + length, others, 0, others.length);
  }

  byte[] copy(int position, int length) {
    return Arrays.copyOfRange(bytes, position, position + length);
  }

  /** A number of things of at least one byte each, so never more than there are bytes left. */
  int count() {
    long count = number();
    if (count < 0 || count > bytes.length - at) {
      throw new IndexOutOfBoundsException("a count of " + count);
    }
    return (int) count;
  }

  /** The bits of a big-endian number of 4 bytes. */
  int fourBytes() {
    return (octet() << 24) | ((octet() & 0xFF) << 16) | ((octet() & 0xFF) << 8) | (octet() & 0xFF);
  }

  /** The bits of a big-endian number of 8 bytes. */
  long eightBytes() {
    return ((long) fourBytes() << 32) | (fourBytes() & 0xFFFFFFFFL);
  }

  void skipText() {
    switch (octet()) {
      case TEXT_ABSENT, TEXT_EMPTY -> {}
      case TEXT_CONSTANT -> skipNumber();
      case TEXT_UTF8, TEXT_LATIN1 -> skip(count());
      case TEXT_CHARACTERS -> {
        for (int left = count(); left > 0; left--) {
          skipNumber();
        }
      }
      default -> throw new IndexOutOfBoundsException("an encoding of text");
    }
  }

  /**
   * A text; empty when absent.
   *
   * @param constants the constants of {@code java.lang.String}
   */
  String text(LongMap<String> constants) {
    return switch (octet()) {
      case TEXT_ABSENT, TEXT_EMPTY -> "";
      case TEXT_CONSTANT -> constants.getOrDefault(number(), "");
      case TEXT_UTF8 -> decoded(StandardCharsets.UTF_8);
      case TEXT_LATIN1 -> decoded(StandardCharsets.ISO_8859_1);
      case TEXT_CHARACTERS -> characters();
      default -> throw new IndexOutOfBoundsException("an encoding of text");
    };
  }

  private String decoded(Charset charset) {
    int length = count();
    String text = new String(bytes, at, length, charset);
    at += length;
    return text;
  }

  private String characters() {
    int length = count();
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) number());
    }
    return text.toString();
  }
}
