package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveTally;
import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.read.live.LiveStream;
import dev.trama.analyzer.render.json.TopJson;
import dev.trama.analyzer.render.top.TopScreen;
import dev.trama.analyzer.render.top.TopState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trama top}. */
@Command(
    name = "top",
    description = "Show what the virtual threads of a running program do, or replay a recording.",
    footer = {
      "",
      "Without an argument: lists the Java programs that run. What is begun in the program for this",
      "view ends when this process does. Example: trama top 4711"
    })
final class Top implements Callable<Integer> {
  private static final long SECOND = 1_000_000_000;
  private static final int ONCE_PATIENCE_SECONDS = 30;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROGRAM",
      description = "Process id, a part of the main class or jar, or a recording to replay.")
  Optional<String> program = Optional.empty();

  @Option(names = "--once", description = "Print one look and end.")
  boolean once;

  @Option(names = "--json", description = "Print one look as JSON and end.")
  boolean json;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "How often to look: 1 to 60.")
  int interval;

  @Mixin ReadingOptions reading;

  @Override
  public Integer call() throws IOException {
    if (interval < 1 || interval > 60) {
      throw new UserError("--interval is 1 to 60 seconds, not " + interval);
    }
    if (program.isEmpty()) {
      TopListing.lines().forEach(spec.commandLine().getOut()::println);
      return 0;
    }
    Optional<Path> file = file(program.get());
    return file.isPresent() ? replay(file.get()) : look(TopTarget.find(program.get()));
  }

  private int replay(Path file) {
    var tally = new LiveTally(0, reading.includeJdk);
    var replay = new TopReplay(reading.readAll(reading.open(List.of(file))), tally);
    if (once || json) {
      while (!replay.isOver()) {
        replay.advance(interval * SECOND);
      }
      return print(tally.view(), file.toString());
    }
    return TopTerminal.run(
        file.toString(),
        () -> {
          if (!replay.isOver()) {
            replay.advance(interval * SECOND);
          }
          return tally.view();
        },
        Optional::empty,
        interval);
  }

  private int look(TopTarget target) throws IOException {
    var tally = new LiveTally(interval * SECOND - SECOND / 4, reading.includeJdk);
    CodeMap code = CodeMap.standard(reading.application);
    LiveStream stream = LiveStream.open(target.repository(), target.from(), code, tally);
    try {
      if (once || json) {
        return print(firstView(target, tally), target.title());
      }
      return TopTerminal.run(target.title(), tally::view, () -> end(target), interval);
    } finally {
      stream.close();
    }
  }

  private static Optional<String> end(TopTarget target) {
    return target.isAlive()
        ? Optional.empty()
        : Optional.of("process " + target.pid() + " has ended");
  }

  /** The first that has rates, of which what came before the look has no part. */
  private static LiveView firstView(TopTarget target, LiveTally tally) {
    long deadline = System.nanoTime() + ONCE_PATIENCE_SECONDS * SECOND;
    while (tally.view().looks() < 2) {
      if (!target.isAlive()) {
        throw new UserError("process " + target.pid() + " has ended");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new UserError(
            "process " + target.pid() + " does not answer; is it stopped, or its JFR?");
      }
      LockSupport.parkNanos(SECOND / 20);
    }
    return tally.view();
  }

  private int print(LiveView view, String title) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(TopJson.text(view));
    } else {
      for (TopState.Tab tab : TopState.Tab.values()) {
        TopScreen.plain(title, view, tab).forEach(out::println);
        out.println();
      }
    }
    out.flush();
    return 0;
  }

  private static Optional<Path> file(String named) {
    try {
      return Optional.of(Path.of(named)).filter(Files::exists);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
