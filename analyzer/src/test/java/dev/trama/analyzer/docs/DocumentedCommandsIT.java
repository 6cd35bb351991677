package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.cli.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that a page shows with its output is run, in the page's order, and prints lines of
 * the shape shown. On JDK 21 to 23 monitors pin, which the pages do not show.
 */
@EnabledForJreRange(minVersion = 24)
final class DocumentedCommandsIT {
  @TempDir Path directory;

  static List<Path> pages() throws IOException {
    Path project = ChildProcess.PROJECT;
    try (Stream<Path> samples = Files.walk(project.resolve("sample-apps"));
        Stream<Path> docs = Files.walk(project.resolve("docs"))) {
      return Stream.of(Stream.of(project.resolve("README.md")), samples, docs)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("/target/"))
          .map(project::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void printsWhatThePageShows(Path page) throws Exception {
    for (Excerpt excerpt : Excerpt.allIn(ChildProcess.PROJECT.resolve(page))) {
      List<String> printed = Shape.of(run(excerpt.arguments()).lines());
      assertThat(printed)
          .as("trama %s", String.join(" ", excerpt.arguments()))
          .containsAll(Shape.of(excerpt.lines().stream()));
    }
  }

  private String run(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.PROJECT.resolve("analyzer/bin/trama").toString());
    command.addAll(arguments);
    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "TRAMA_JAVA", System.getProperty("java.home"));
    ChildProcess trama = ChildProcess.run(directory, environment, command);
    assertThat(trama.status()).as(trama.err()).isZero();
    return trama.out();
  }
}
