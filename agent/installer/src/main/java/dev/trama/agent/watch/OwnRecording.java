package dev.trama.agent.watch;

import java.io.IOException;
import java.nio.file.Path;

/** The agent's own recording, as the watcher uses it. */
public interface OwnRecording {
  /** The size of a file of it now, in bytes. */
  long sizeBytes();

  /** Writes what it holds now to another file. */
  void dump(Path file) throws IOException;

  /** Ends it without writing anything; it can still be dumped until it is closed. */
  void end() throws IOException;

  /** Frees what was recorded. */
  void close();
}
