package dev.trama.analyzer.export.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids by content: 64 bits, so that a million different things almost certainly have different ids.
 */
final class Hashes {
  private static final int BYTES = 8;

  private Hashes() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  static String of(String content) {
    MessageDigest digest = digest();
    digest.update(content.getBytes(StandardCharsets.UTF_8));
    return text(digest);
  }
}
