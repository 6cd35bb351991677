package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.stacks.SourceLines;
import dev.trama.analyzer.analyse.stacks.StackFold;
import dev.trama.analyzer.analyse.words.Glob;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.render.json.AnnotatedJson;
import dev.trama.analyzer.render.text.AnnotatedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
      paramLabel = "DIR",
      description =
          "Source root, or a directory with source roots; may be repeated (default: here).")
  List<Path> sources = List.of(Path.of("."));

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
    SourceFiles.requireDirectories(sources);
    RecordingReader reader = source.open();
    var fold = new StackFold(filter.predicate(reader.span().startNanos(), source.includeJdk));
    RecordingInfo info = source.read(reader, fold);
    if (output.json) {
      spec.commandLine().getOut().println(AnnotatedJson.text(info, wanted(fold)));
      return 0;
    }
    var out = spec.commandLine().getOut();
    List<String> missing = new ArrayList<>();
    boolean any = false;
    for (var entry : wanted(fold).entrySet()) {
      String path = entry.getKey();
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

  private SortedMap<String, SortedMap<Integer, SourceLines.Line>> wanted(StackFold fold) {
    Pattern glob = Glob.compile(file);
    var wanted = new TreeMap<>(new SourceLines(fold).files());
    wanted
        .keySet()
        .removeIf(
            path ->
                !glob.matcher(path).matches()
                    && !glob.matcher(path.substring(path.lastIndexOf('/') + 1)).matches());
    return wanted;
  }

  private int contextLines() {
    if (!context.matches("\\d{1,6}")) {
      throw new UserError("--context takes a number of lines or all, not '" + context + "'");
    }
    return Integer.parseInt(context);
  }
}
