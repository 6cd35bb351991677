package dev.trama.analyzer.cli;

import picocli.CommandLine.Option;

/** Which awaits a command counts. */
final class AwaitFilter extends AwaitConditions {
  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Starting before this time into the recording.")
  void to(long nanos) {
    toNanos = nanos;
  }
}
