package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.html.HtmlReport;
import dev.trama.analyzer.serve.PageServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code trama report --follow}: serves the page of a recording that grows. */
record Follow(RecordingArgs source, List<Path> sources, int everySeconds) {
  /** Prints the page's address, and serves it as long as the recording grows. */
  void serve(PrintWriter out) throws IOException, InterruptedException {
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
            (files, number) -> page(followed.name(), files, number));
    try (var server = PageServer.start(pages)) {
      out.println(server.address());
      out.flush();
      followed.end().handle((end, failure) -> end).get();
      System.err.println("trama: " + followed.name() + " has ended");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Followed followed() {
    Path first = source.files.getFirst();
    boolean isProcess =
        source.files.size() == 1 && first.toString().matches("\\d{1,18}") && !Files.exists(first);
    return isProcess
        ? new FollowedProcess(Long.parseLong(first.toString()))
        : new FollowedFiles(source.files);
  }

  private String page(String name, List<Path> files, long number) {
    RecordingReader reader = source.open(source.newestThatFit(files));
    var builder = new RecordingBuilder(source.includeJdk);
    Recording recording = builder.build(reader.read(builder).named(name));
    var page = new StringBuilder();
    try {
      HtmlReport.writeServed(
          recording,
          Detectors.detect(new Evidence(recording)),
          SourceFiles.of(recording, sources),
          number,
          page);
    } catch (IOException e) {
      throw new UserError("cannot make the page: " + e.getMessage());
    }
    return page.toString();
  }
}
