package dev.trama.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trama demo}. */
@Command(
    name = "demo",
    description =
        "Run a sample under the agent, print its trace, and leave demo.jfr and demo.html.")
final class Demo implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "chess",
      description = "The sample; ${DEFAULT-VALUE} if not given.")
  String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where demo.jfr and demo.html go; here if not given.")
  Path out;

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      description = "Set a system property of the sample; its README names them.")
  List<String> properties = List.of();

  @Option(names = "--list", description = "List the samples and what each shows.")
  boolean list;

  @Override
  public Integer call() {
    Home home = Home.find();
    List<Sample> samples = Sample.all(home);
    if (list) {
      print(samples);
      return 0;
    }
    Sample sample = named(samples);
    Path recording = directory().resolve("demo.jfr");
    int status = record(home, sample, recording);
    return status == 0 ? show(home, recording) : status;
  }

  private static void print(List<Sample> samples) {
    for (Sample sample : samples) {
      System.out.printf("%-12s %s%n", sample.name(), sample.shows());
    }
  }

  private Sample named(List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "there is no sample "
                        + name
                        + "; there are "
                        + samples.stream().map(Sample::name).collect(Collectors.joining(", "))));
  }

  private Path directory() {
    try {
      return Files.createDirectories(out);
    } catch (IOException e) {
      throw new UserError("cannot write to " + out + ": " + e.getMessage());
    }
  }

  private int record(Home home, Sample sample, Path recording) {
    // The samples are small, so every stack can be taken.
    String options = TracedJvm.fileOption(recording) + ",stacks=all";
    List<String> arguments = new ArrayList<>();
    properties.forEach(property -> arguments.add("-D" + property));
    arguments.addAll(sample.arguments(home));
    Path java = JavaCommand.own().executable();
    return TracedJvm.waitFor(
        TracedJvm.start(TracedJvm.command(java, home.agentJar(), options, arguments)));
  }

  /** The next steps that a user would take by hand. */
  private static int show(Home home, Path recording) {
    System.out.println();
    int status = Trama.execute("trace", recording.toString());
    if (status != 0) {
      return status;
    }
    System.out.println();
    List<String> report = new ArrayList<>(List.of("report", recording.toString()));
    report.addAll(List.of("--out", recording.resolveSibling("demo.html").toString()));
    home.sampleSources()
        .ifPresent(sources -> report.addAll(List.of("--sources", sources.toString())));
    return Trama.execute(report.toArray(String[]::new));
  }
}
