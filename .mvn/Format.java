import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<Path> sources;
    try (var tree = Files.walk(Path.of(""))) {
      sources =
          tree.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().matches("(^|.*[/\\\\])target[/\\\\].*"))
              .sorted()
              .toList();
    }
    for (Path source : sources) {
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
}
