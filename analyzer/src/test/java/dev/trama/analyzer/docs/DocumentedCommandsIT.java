package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command on a page is run, in the page's order, and prints lines of the shape shown, unless
 * {@link NotRun} says why not. On JDK 21 to 23 monitors pin, which the pages do not show.
 *
 * <p>With {@code -Dtrama.excerpts=write} the pages' excerpts are replaced by what is printed.
 */
@EnabledForJreRange(minVersion = 24)
final class DocumentedCommandsIT {
  @TempDir Path directory;

  static List<Page> pages() throws IOException {
    return Page.all().stream().filter(page -> !page.steps().isEmpty()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void printsWhatThePageShows(Page page) throws Exception {
    ExcerptWriter writer = new ExcerptWriter(page);
    try (Reader reader = new Reader(directory)) {
      runAll(page, reader, writer);
    }
    if ("write".equals(System.getProperty("trama.excerpts"))) {
      writer.write();
    }
  }

  private static void runAll(Page page, Reader reader, ExcerptWriter writer) throws Exception {
    Set<String> typed = new HashSet<>();
    for (Step step : page.steps()) {
      boolean again = !typed.add(step.command()) && step.shown().isEmpty();
      if (again || NotRun.coversAny(step.command())) {
        continue;
      }
      Output printed = Output.of(reader.types(step.command()));
      writer.replace(step, printed);
      assertThat(printed.shapes())
          .as("%s:%d: %s", page, step.line(), step.command())
          .containsAll(Output.of(step.shown()).shapes());
    }
  }

  @Test
  void everyExceptionIsOfACommandOnAPage() throws Exception {
    List<String> commands = new ArrayList<>();
    for (Page page : pages()) {
      page.steps().forEach(step -> commands.add(step.command()));
    }
    assertThat(commands).hasSizeGreaterThan(50);
    assertThat(Arrays.stream(NotRun.values()))
        .allSatisfy(exception -> assertThat(commands).anyMatch(exception::covers));
  }
}
