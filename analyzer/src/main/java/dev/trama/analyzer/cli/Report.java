package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.html.HtmlReport;
import dev.trama.analyzer.render.html.SourceFile;
import dev.trama.analyzer.render.html.Sources;
import dev.trama.analyzer.serve.PageServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trama report}. */
@Command(
    name = "report",
    description = "Everything on one HTML page, which works offline and requests nothing.",
    footer = {
      "",
      "Examples: trama report app.jfr -o app.html --sources src/main/java",
      "          trama report --follow 4711"
    })
final class Report implements Callable<Integer> {
  /** A page is no place for generated giants. */
  private static final long MAX_SOURCE_BYTES = 1_000_000;

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT.html",
      description = "Where to write the page; has to be given without --follow.")
  Path out;

  @Option(
      names = "--follow",
      description = {
        "Serve the page to this machine's browsers instead, at an address that is printed, and",
        "renew it as the recording grows. FILE may be the process id of a program that runs with",
        "the agent. Ends with the program, or with Ctrl-C."
      })
  boolean follow;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "With --follow, renew the page no more often than this; 10 if not given.")
  int everySeconds = 10;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Where the program's source files are; they become part of the page.")
  List<Path> sources = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceFiles.requireDirectories(sources);
    if (follow) {
      return follow();
    }
    if (out == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--out=OUT.html', or '--follow'");
    }
    RecordingReader reader = source.open();
    if (!source.fitsIntoMemory(reader)) {
      throw new UserError(
          "the recording is too large for this heap; set TRAMA_JAVA_OPTS=-Xmx"
              + (reader.sizeBytes() * 5 / 1_000_000_000 + 1)
              + "g");
    }
    var builder = new RecordingBuilder(source.includeJdk);
    Recording recording = builder.build(source.read(reader, builder));
    List<SourceFile> files = sourceFiles(recording);
    List<Finding> findings = Detectors.detect(new Evidence(recording));
    WholeFile.write(out, page -> HtmlReport.write(recording, findings, files, page));
    spec.commandLine().getOut().println(out);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int follow() throws IOException, InterruptedException {
    if (out != null) {
      throw new ParameterException(spec.commandLine(), "--follow serves the page; leave out --out");
    }
    if (everySeconds < 1) {
      throw new UserError("--every takes a number of seconds, 1 or more");
    }
    if (ModuleLayer.boot().findModule("jdk.httpserver").isEmpty()) {
      throw new UserError("this Java has no module jdk.httpserver, which --follow needs");
    }
    Followed followed = followed();
    var pages =
        new FollowedPages(
            followed,
            Duration.ofSeconds(everySeconds),
            (files, number) -> page(followed, files, number));
    try (var server = PageServer.start(pages)) {
      spec.commandLine().getOut().println(server.address());
      spec.commandLine().getOut().flush();
      followed.end().handle((end, failure) -> end).get();
      System.err.println("trama: " + followed.name() + " has ended");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
    return 0;
  }

  private Followed followed() {
    String first = source.files.getFirst().toString();
    boolean isProcess =
        source.files.size() == 1
            && first.matches("\\d{1,18}")
            && !Files.exists(source.files.getFirst());
    return isProcess ? new FollowedProcess(Long.parseLong(first)) : new FollowedFiles(source.files);
  }

  private String page(Followed followed, List<Path> files, long number) {
    RecordingReader reader = source.open(source.newestThatFit(files));
    var builder = new RecordingBuilder(source.includeJdk);
    RecordingInfo info = reader.read(builder).named(followed.name());
    Recording recording = builder.build(info);
    List<Finding> findings = Detectors.detect(new Evidence(recording));
    var page = new StringBuilder();
    try {
      HtmlReport.writeServed(recording, findings, sourceFiles(recording), number, page);
    } catch (IOException e) {
      throw new UserError("cannot make the page: " + e.getMessage());
    }
    return page.toString();
  }

  private List<SourceFile> sourceFiles(Recording recording) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> wanted : Sources.wanted(recording).entrySet()) {
      Optional<Path> file = SourceFiles.find(sources, wanted.getKey());
      if (file.isPresent() && Files.size(file.get()) <= MAX_SOURCE_BYTES) {
        // Decoding this way replaces what is not UTF-8 instead of failing.
        String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
        found.add(new SourceFile(wanted.getKey(), wanted.getValue(), text));
      }
    }
    return found;
  }
}
