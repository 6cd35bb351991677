package dev.trama.analyzer.export.proto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A protobuf message that is being written. Fields may come in any order; repeating one makes it a
 * list. It is reused after {@link #clear()}, because the exports write millions.
 *
 * <p>Design note: protobuf's own writer of fields, stripped to what it needs, would be half a
 * megabyte, an eighth of the analyzer's jar. The wire format has not changed since 2001.
 */
public final class Message {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  public Message clear() {
    out.reset();
    return this;
  }

  /** An integer, enum or boolean of any width. */
  public Message number(int field, long value) {
    tag(field, VARINT);
    return varint(value);
  }

  public Message bool(int field, boolean value) {
    return number(field, value ? 1 : 0);
  }

  public Message fixed64(int field, long value) {
    tag(field, FIXED64);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      out.write((int) (value >>> shift));
    }
    return this;
  }

  /** A string, or bytes that hold UTF-8. */
  public Message text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    tag(field, BYTES);
    varint(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  public Message message(int field, Message value) {
    tag(field, BYTES);
    varint(value.out.size());
    try {
      value.out.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory that cannot be written", e);
    }
    return this;
  }

  /** A packed list of integers. */
  public Message packed(int field, long... values) {
    var list = new Message();
    for (long value : values) {
      list.varint(value);
    }
    return message(field, list);
  }

  private void tag(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  private Message varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** The message alone, as a file holds it. */
  public void writeTo(OutputStream to) throws IOException {
    out.writeTo(to);
  }
}
