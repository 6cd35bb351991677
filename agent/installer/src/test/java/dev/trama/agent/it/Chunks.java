package dev.trama.agent.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts a recording into its chunks, each of which is a recording. */
final class Chunks {
  private static final int SIZE_AT = 8;

  private Chunks() {}

  static List<Path> split(Path recording, Path directory) throws IOException {
    byte[] bytes = Files.readAllBytes(recording);
    List<Path> chunks = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int size = Math.toIntExact(ByteBuffer.wrap(bytes).getLong(at + SIZE_AT));
      Path chunk = directory.resolve("chunk-" + chunks.size() + ".jfr");
      Files.write(chunk, java.util.Arrays.copyOfRange(bytes, at, at + size));
      chunks.add(chunk);
      at += size;
    }
    return chunks;
  }
}
