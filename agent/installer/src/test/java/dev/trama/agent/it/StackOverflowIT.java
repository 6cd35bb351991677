package dev.trama.agent.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that runs out of stack, suspending all the way down, catches its own error. */
class StackOverflowIT {
  @Test
  void applicationCatchesItAndGoesOn(@TempDir Path directory) throws Exception {
    Exhausted.of("stack", directory);
  }
}
