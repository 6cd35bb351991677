package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Commands run by tests outside this package. */
public final class CommandLineRun {
  private CommandLineRun() {}

  /** What a command that must succeed printed. */
  public static String successful(String... args) {
    var outcome = Outcome.of(args);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  /** What a command that must succeed printed, which must be JSON. */
  public static JsonNode json(String... args) {
    String printed = successful(args);
    try {
      return new ObjectMapper().readTree(printed);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(printed, notJson);
    }
  }

  /** The result of a command. */
  public static Result of(String... args) {
    var outcome = Outcome.of(args);
    return new Result(outcome.status(), outcome.out(), outcome.err());
  }

  /** Exit status and output. */
  public record Result(int status, String out, String err) {}
}
