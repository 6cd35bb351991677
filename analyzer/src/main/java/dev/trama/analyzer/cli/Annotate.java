package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.Glob;
import dev.trama.analyzer.analyse.SourceLines;
import dev.trama.analyzer.analyse.StackFold;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.text.AnnotatedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trama annotate}. */
@Command(
    name = "annotate",
    description = "Source lines with a gutter of their awaits.",
    footer = {
      "",
      "await: the line suspended; async: a method it called did.",
      "Example: trama annotate app.jfr --sources src/main/java --file '*/Cart.java'"
    })
final class Annotate implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @ArgGroup(validate = false, heading = "Which awaits:%n")
  AwaitFilter filter = new AwaitFilter();

  @Option(
      names = "--sources",
      required = true,
      paramLabel = "DIR",
      description = "Source root, or a directory with source roots; may be repeated.")
  List<Path> sources = List.of();

  @Option(
      names = "--file",
      paramLabel = "GLOB",
      description = "Only files whose path below the source root matches.")
  String file = "*";

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "Lines around each (default: 2); all for the whole file.")
  String context = "2";

  @Override
  public Integer call() throws IOException {
    int around = context.equals("all") ? -1 : contextLines();
    for (Path dir : sources) {
      if (!Files.isDirectory(dir)) {
        throw new UserError(dir + " is no directory; --sources takes a source root");
      }
    }
    RecordingReader reader = source.open();
    var fold = new StackFold(filter.predicate(reader.startNanos(), source.includeJdk));
    source.read(reader, fold);
    var out = spec.commandLine().getOut();
    List<String> missing = new ArrayList<>();
    var wanted = Glob.compile(file);
    boolean any = false;
    for (var entry : new SourceLines(fold).files().entrySet()) {
      String path = entry.getKey();
      if (!wanted.matcher(path).matches()
          && !wanted.matcher(Path.of(path).getFileName().toString()).matches()) {
        continue;
      }
      Optional<Path> found = SourceFiles.find(sources, path);
      if (found.isEmpty()) {
        missing.add(path);
        continue;
      }
      List<String> code =
          new String(Files.readAllBytes(found.get()), StandardCharsets.UTF_8).lines().toList();
      out.print(any ? System.lineSeparator() : "");
      AnnotatedText.lines(path, code, entry.getValue(), around, output.palette())
          .forEach(out::println);
      any = true;
    }
    out.flush();
    if (!any) {
      throw new UserError(
          missing.isEmpty()
              ? "no line was seen to suspend, or no file matches"
              : "no source of "
                  + missing.getFirst()
                  + " under "
                  + sources.getFirst()
                  + "; name the source root with --sources");
    }
    if (!missing.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("trama: no source found for " + String.join(", ", missing));
    }
    return 0;
  }

  private int contextLines() {
    if (!context.matches("\\d{1,6}")) {
      throw new UserError("--context takes a number of lines or all, not '" + context + "'");
    }
    return Integer.parseInt(context);
  }
}
