package dev.trama.agent.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that runs out of memory catches its own error, and only its own. */
class OutOfMemoryErrorIT {
  @Test
  void applicationCatchesItAndGoesOn(@TempDir Path directory) throws Exception {
    Exhausted.of("memory", directory, "-Xmx48m");
  }
}
