package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in the options is one line, and the application runs on, untraced. */
class BadOptionsIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fiel=x.jfr   | unknown option 'fiel'; valid are budget, dumpevery, dumpkeep, dumpon, file,",
        "stacks=some  | bad value 'some' for stacks; valid is all, none or jfr;",
        "maxage=ten   | bad value 'ten' for maxage; valid is a number with s, m, h or d;",
      })
  void oneLineThatNamesItAndTheValidOnes(String options, String line) throws Exception {
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory).arguments("exit").agent(options).run();
    assertThat(ended.status()).isEqualTo(ExitProgram.STATUS);
    assertThat(ended.out()).isEqualTo("slept 20\n");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.agentLines())
        .singleElement()
        .asString()
        .startsWith(line)
        .endsWith("the application runs untraced");
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }
}
