package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class HelpTest {
  static Set<String> commands() {
    return new CommandLine(new Trama()).getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTellsOfItself(String command) {
    Outcome help = Outcome.of(command, "--help");

    assertThat(help.status()).as(help.err()).isZero();
    assertThat(help.out()).contains("Usage: trama " + command);
    assertThat(help.err()).isEmpty();
  }
}
