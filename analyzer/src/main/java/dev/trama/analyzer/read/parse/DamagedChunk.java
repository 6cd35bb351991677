package dev.trama.analyzer.read.parse;

/** Bytes that a JVM cannot have written; the message says what and where, as a clause. */
final class DamagedChunk extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param what the part of the chunk that is wrong, such as {@code an event}
   * @param where its offset in the file, in bytes
   */
  DamagedChunk(String what, long where) {
    super(what + " at byte " + where + " cannot be right");
  }
}
