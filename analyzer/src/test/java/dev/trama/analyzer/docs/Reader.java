package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.cli.ChildProcess;
import dev.trama.analyzer.workload.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reader who types a page's commands into a shell. The directory has what Trama's has, and what
 * the pages assume to be the reader's own: a program, its sources and recordings of it.
 */
final class Reader implements AutoCloseable {
  private static final Pattern DEMO =
      Pattern.compile("(?:analyzer/bin/)?trama demo(?! --list)((?: \\S+)*)");

  private final Path directory;
  private final List<Path> links = new ArrayList<>();

  Reader(Path directory) throws Exception {
    this.directory = directory;
    try (Stream<Path> files = Files.list(ChildProcess.PROJECT)) {
      for (Path file : files.toList()) {
        links.add(Files.createSymbolicLink(directory.resolve(file.getFileName()), file));
      }
    }
    program(directory.resolve("app.jar"));
    Path sources = Files.createDirectories(directory.resolve("src/main"));
    Path own = Path.of("src/test/java").toAbsolutePath();
    links.add(Files.createSymbolicLink(sources.resolve("java"), own));
    for (String name : List.of("app.jfr", "before.jfr", "after.jfr")) {
      Files.copy(Demos.ofProgram(Counted.class), directory.resolve(name));
    }
  }

  /** What the command prints on stdout. Only a failed check may exit with 1. */
  List<String> types(String command) throws Exception {
    Matcher demo = DEMO.matcher(command);
    if (demo.matches()) {
      return Demos.in(directory, demo.group(1)).lines().toList();
    }
    ChildProcess shell =
        ChildProcess.run(directory, Demos.environment(), List.of("bash", "-c", command));
    int allowed = command.contains("trama check") ? 1 : 0;
    assertThat(shell.status()).as(command + "\n" + shell.err()).isBetween(0, allowed);
    return shell.out().lines().toList();
  }

  /** Removes the links, which a temporary directory would complain about. */
  @Override
  public void close() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  private static void program(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MAIN_CLASS, Counted.class.getName());
    String entry = Counted.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(Path.of("target/test-classes", entry), out);
    }
  }
}
