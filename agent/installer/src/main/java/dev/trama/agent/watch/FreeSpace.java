package dev.trama.agent.watch;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is on a disk, and how much of it recordings must leave. */
final class FreeSpace {
  /** At 40 MB a second, which is a million awaits a second, enough for two checks of the disk. */
  private static final long MAX_RESERVED = 100L << 20;

  private static final int RESERVED_ONE_IN = 10;

  private final FileStore store;

  private FreeSpace(FileStore store) {
    this.store = store;
  }

  static FreeSpace where(Path directory) throws IOException {
    return new FreeSpace(Files.getFileStore(directory));
  }

  /** Whether there is room for this many bytes beside the reserve. */
  boolean has(long bytes) throws IOException {
    long reserve = Math.min(MAX_RESERVED, store.getTotalSpace() / RESERVED_ONE_IN);
    return store.getUsableSpace() - bytes >= reserve;
  }

  long usableBytes() throws IOException {
    return store.getUsableSpace();
  }
}
