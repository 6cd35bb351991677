package dev.trama.agent.watch;

import java.io.IOException;
import java.nio.file.Path;

/** The agent's own recording, as the watcher uses it. */
public interface OwnRecording {
  /** How large a file of it would be now. */
  long sizeBytes();

  /** Writes what it holds now to another file. */
  void dump(Path file) throws IOException;

  /** Ends it without writing anything: it can still be dumped, until it is closed. */
  void end() throws IOException;

  /** Lets go of what was recorded. */
  void close();
}
