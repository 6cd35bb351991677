package dev.trama.analyzer.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code trama summary}. */
@Command(
    name = "summary",
    description = "One page: tasks, awaits by kind, concurrency, findings, completeness.")
final class Summary implements Callable<Integer> {
  @Mixin RecordingArgs recording;

  @Override
  public Integer call() {
    var all = recording.open().readAll(recording.includeJdk);
    System.out.println(all.info());
    return 0;
  }
}
