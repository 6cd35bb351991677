import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Checks ({@code check}) or rewrites ({@code write}) every Java source of the project with
 * google-java-format. Run by the build on the selected JDK 21 or later, because the formatter
 * parses with the compiler of the JDK it runs on, and Maven itself may run on an older one.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args.length == 1 && args[0].equals("write");
    var formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources()) {
      String before = Files.readString(source);
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.GOOGLE);
      String after = formatter.formatSource(ordered);
      if (!after.equals(before)) {
        unformatted.add(source);
        if (write) {
          Files.writeString(source, after);
        }
      }
    }
    if (!write && !unformatted.isEmpty()) {
      unformatted.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("Run: mvn -N process-sources -Dformat=write");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes any) {
            return directory.endsWith("target")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) {
            if (file.toString().endsWith(".java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** What others put there and take away again meanwhile is no source. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    Collections.sort(sources);
    return sources;
  }
}
