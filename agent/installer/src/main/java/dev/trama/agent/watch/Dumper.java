package dev.trama.agent.watch;

import java.io.IOException;
import java.nio.file.Path;

/** What can write the recording as it is now to a file. */
@FunctionalInterface
public interface Dumper {
  void dump(Path file) throws IOException;
}
