package dev.trama.analyzer.cli;

import dev.trama.analyzer.render.text.Palette;
import java.io.Console;
import picocli.CommandLine.Option;

/** How a command prints what it found. */
final class Output {
  enum Color {
    auto,
    always,
    never
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colour: ${COMPLETION-CANDIDATES}; auto is on a terminal only.")
  Color color = Color.auto;

  @Option(names = "--json", description = "As JSON: docs/json.md.")
  boolean json;

  Palette palette() {
    return switch (color) {
      case always -> Palette.ANSI;
      case never -> Palette.PLAIN;
      case auto -> isTerminal() && System.getenv("NO_COLOR") == null ? Palette.ANSI : Palette.PLAIN;
    };
  }

  /** From JDK 22 on there is a console even without a terminal, and a method that distinguishes. */
  @SuppressWarnings("SystemConsoleNull") // on JDK 21 null is the answer
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
