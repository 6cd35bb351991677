package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands run by tests outside this package. */
public final class CommandLineRun {
  private CommandLineRun() {}

  /** What a command that must succeed printed. */
  public static String successful(String... args) {
    var outcome = Outcome.of(args);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  /** What came of a command. */
  public static Result of(String... args) {
    var outcome = Outcome.of(args);
    return new Result(outcome.status(), outcome.out(), outcome.err());
  }

  /** Exit status and output. */
  public record Result(int status, String out, String err) {}
}
