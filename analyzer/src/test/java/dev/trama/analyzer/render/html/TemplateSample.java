package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a recording into the template as its sample data, after a change of the data's format:
 * {@code TemplateSample RECORDING SOURCE_ROOT path/to/report.html}. Name the recording by a
 * relative path: the page shows it as it was named.
 */
final class TemplateSample {
  private TemplateSample() {}

  public static void main(String[] args) throws IOException {
    Recording recording =
        RecordingReader.open(List.of(Path.of(args[0])), CodeMap.standard(List.of())).readAll(false);
    String data =
        HtmlReport.data(
            recording,
            Detectors.detect(new Evidence(recording)),
            sources(recording, Path.of(args[1])),
            HtmlReport.MAX_AWAITS);
    Path template = Path.of(args[2]);
    String page = Files.readString(template);
    Files.writeString(
        template, page.replaceFirst("(id=\"data\">)[^<]*(</script>)", "$1" + data + "$2"));
  }

  private static List<SourceFile> sources(Recording recording, Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (var wanted : Sources.wanted(recording).entrySet()) {
      String text = Files.readString(root.resolve(wanted.getKey()));
      files.add(new SourceFile(wanted.getKey(), wanted.getValue(), text));
    }
    return files;
  }
}
