package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.render.json.TopJson;
import dev.trama.analyzer.render.top.TopScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "Without an argument, lists the Java programs that run. Whatever this view starts in the",
      "program stops when this process ends. Example: trama top 4711"
    })
final class Top implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROGRAM",
      description = "Process id, a part of the main class or jar, or a recording to replay.")
  Optional<String> program = Optional.empty();

  @Option(names = "--once", description = "Print one look and exit.")
  boolean once;

  @Option(names = "--json", description = "Print one look as JSON and exit.")
  boolean json;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "Seconds between looks: 1 to 60.")
  int interval;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Start this far into the recording; with --once, look there.")
  Optional<Long> atNanos = Optional.empty();

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
    if (file.isEmpty() && atNanos.isPresent()) {
      throw new UserError("--at is for recordings, and there is no file '" + program.get() + "'");
    }
    return file.isPresent() ? replay(file.get()) : look(program.get());
  }

  private int replay(Path file) {
    if (isForTerminal()) {
      TopTerminal.refuseWithoutTerminal();
    }
    var replay =
        new TopReplay(
            file.toString(),
            reading.readAll(reading.open(List.of(file))),
            reading.includeJdk,
            interval);
    if (isForTerminal()) {
      replay.goTo(atNanos.orElse(0L));
      return TopTerminal.run(replay);
    }
    replay.goTo(atNanos.orElse(Long.MAX_VALUE));
    return print(replay.view(), replay.title());
  }

  private int look(String named) throws IOException {
    if (isForTerminal()) {
      TopTerminal.refuseWithoutTerminal();
    }
    try (var live = TopLive.open(TopTarget.find(named), interval, reading)) {
      return isForTerminal() ? TopTerminal.run(live) : print(live.firstView(), live.title());
    }
  }

  private boolean isForTerminal() {
    return !once && !json;
  }

  private int print(LiveView view, String title) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(TopJson.text(view));
    } else {
      TopScreen.plain(title, view).forEach(out::println);
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
