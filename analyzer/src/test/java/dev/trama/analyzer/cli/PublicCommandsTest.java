package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code commands.txt} has what scripts may call, as of the last release. None of it may disappear
 * or take another number of arguments; additions are free, unless they are required.
 */
final class PublicCommandsTest {
  private static final Path RELEASED = Path.of("src/test/resources/commands.txt");

  @Test
  void nothingIsGone() throws Exception {
    Set<String> now = commands();
    if (System.getProperty("trama.api", "check").equals("write")) {
      Files.write(RELEASED, now);
    }
    assertThat(Files.readAllLines(RELEASED)).isNotEmpty();
    assertThat(now)
        .as("what was public; docs/CONTRIBUTING.md says under Versions how to change it")
        .containsAll(Files.readAllLines(RELEASED));
  }

  @Test
  void newOptions_needNotBeGiven() throws Exception {
    List<String> released = Files.readAllLines(RELEASED);
    assertThat(commands()).filteredOn(line -> line.endsWith(" required")).isSubsetOf(released);
  }

  private static Set<String> commands() {
    Set<String> lines = new TreeSet<>();
    Trama.commandLine().getSubcommands().forEach((name, command) -> describe(name, command, lines));
    return lines;
  }

  private static void describe(String name, CommandLine command, Set<String> lines) {
    lines.add(name);
    for (OptionSpec option : command.getCommandSpec().options()) {
      for (String spelling : option.names()) {
        lines.add(
            name
                + " "
                + spelling
                + " takes "
                + option.arity()
                + (option.required() ? " required" : ""));
      }
    }
    command
        .getCommandSpec()
        .positionalParameters()
        .forEach(
            parameter ->
                lines.add(name + " argument " + parameter.index() + " takes " + parameter.arity()));
  }
}
