package dev.trama.analyzer.cli;

import dev.trama.analyzer.export.sql.SqlEngine;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Finds the SQL engine, whose jars are in a folder {@code query} beside the analyzer's jar or where
 * a build puts them.
 */
final class QueryEngines {
  private static final String ABSENT =
      "SQL and Parquet need the module analyzer/query, which is not installed; build it with"
          + " mvn -Pquery -DskipTests package, or see docs/query.md";

  private QueryEngines() {}

  static SqlEngine engine() {
    for (Path folder : folders(jar())) {
      List<Path> jars = jars(folder);
      if (!jars.isEmpty()) {
        return load(jars);
      }
    }
    // In tests, and for users who put it on the class path themselves.
    return ServiceLoader.load(SqlEngine.class).findFirst().orElseThrow(() -> new UserError(ABSENT));
  }

  /** The installed folder, and in a checkout the one that the build makes. */
  static List<Path> folders(Path jar) {
    Path lib = jar.toAbsolutePath().getParent();
    return lib == null
        ? List.of()
        : List.of(lib.resolve("query"), lib.resolveSibling("query").resolve("target/query"));
  }

  private static Path jar() {
    try {
      return Path.of(
          QueryEngines.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the analyzer's own place is no file", e);
    }
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UserError("cannot list " + folder + ": " + e.getMessage());
    }
  }

  // Open as long as the JVM runs: its classes are used to the end.
  private static SqlEngine load(List<Path> jars) {
    URL[] urls = jars.stream().map(QueryEngines::url).toArray(URL[]::new);
    var loader = new URLClassLoader("query", urls, QueryEngines.class.getClassLoader());
    return ServiceLoader.load(SqlEngine.class, loader)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no SQL engine in " + jars.getFirst().getParent() + "; install it again"));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path that is no URL: " + jar, e);
    }
  }
}
