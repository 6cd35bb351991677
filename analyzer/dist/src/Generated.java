import dev.trama.analyzer.cli.Trama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes what picocli knows of the commands: manual pages, in AsciiDoc, and completions. */
final class Generated {
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    CommandLine trama = Trama.commandLine();
    Files.createDirectories(target);
    Files.writeString(target.resolve("trama-completion.bash"), AutoComplete.bash("trama", trama));
    int status =
        ManPageGenerator.generateManPage(
            target.resolve("asciidoc").toFile(),
            null,
            new boolean[0],
            false,
            trama.getCommandSpec());
    if (status != 0) {
      throw new IOException("picocli wrote no manual pages");
    }
  }
}
