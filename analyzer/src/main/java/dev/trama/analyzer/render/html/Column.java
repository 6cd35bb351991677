package dev.trama.analyzer.render.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * One column of whole numbers, seven bits a byte, lowest first, the eighth bit set on all bytes but
 * a number's last (LEB128). Numbers are not negative; for differences, {@link #putSigned} folds in
 * the sign.
 */
final class Column {
  private byte[] bytes = new byte[256];
  private int size;
  private int count;

  void put(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
    if (size + 10 > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long rest = value;
    while (rest > 127) {
      bytes[size++] = (byte) ((rest & 127) | 128);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    count++;
  }

  void putSigned(long value) {
    put((value << 1) ^ (value >> 63));
  }

  int count() {
    return count;
  }

  int size() {
    return size;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
