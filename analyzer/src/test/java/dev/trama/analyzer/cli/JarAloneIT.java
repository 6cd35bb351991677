package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.workload.Ends;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama.jar}, copied to an empty directory, and started there without the launcher. */
final class JarAloneIT {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path directory;
  private Path jar;

  @BeforeEach
  void copyJar() throws IOException {
    jar = directory.resolve("trama.jar");
    Files.copy(ChildProcess.PROJECT.resolve("analyzer/target/trama.jar"), jar);
  }

  @Test
  void runsAProgramUnderTheAgentItCarries() throws Exception {
    String classes = Path.of("target/test-classes").toAbsolutePath().toString();
    ChildProcess run =
        trama("run", "--out", "x.jfr", "--", JAVA, "-cp", classes, Ends.class.getName(), "3");

    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(CommandLineRun.successful("trace", directory.resolve("x.jfr").toString()))
        .contains("async Ends.sleep", "await sleep 1 ms");
  }

  @Test
  void namesTheAgent_alwaysTheSame() throws Exception {
    String first = trama("agent").out().strip();

    assertThat(Path.of(first))
        .hasSameBinaryContentAs(
            ChildProcess.PROJECT.resolve("agent/installer/target/trama-agent.jar"))
        .hasParent(directory.resolve("cache"));
    assertThat(trama("agent").out().strip()).isEqualTo(first);
  }

  @Test
  void runsADemo() throws Exception {
    ChildProcess demo = trama("demo", "count");

    assertThat(demo.status()).as(demo.err()).isZero();
    assertThat(demo.out()).contains("await sleep");
    assertThat(directory.resolve("demo.html")).isNotEmptyFile();
  }

  @Test
  void saysWhyItHasNoService() throws Exception {
    ChildProcess demo = trama("demo", "orders");

    assertThat(demo.status()).isEqualTo(2);
    assertThat(demo.err()).hasLineCount(1).contains("needs Trama's sources");
  }

  @Test
  void saysHowToGetAnSqlEngine() throws Exception {
    ChildProcess query = trama("query", "x.jfr", "select 1");

    assertThat(query.status()).isEqualTo(2);
    assertThat(query.err()).hasLineCount(1).contains("not installed", "mvn -Pquery");
    assertThat(trama("query", "--list").out()).contains("regressions");
  }

  @Test
  void carriesTheLicencesOfWhatIsInIt() throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      List<String> names = file.stream().map(JarEntry::getName).toList();
      assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/licenses/README");
      assertThat(names.stream().filter("META-INF/LICENSE"::equals)).hasSize(1);
      String notice = read(file, "META-INF/NOTICE");
      assertThat(notice).contains("Trama", "Jackson");
      String readme = read(file, "META-INF/licenses/README");
      for (String name : names) {
        // each library names itself there
        if (name.matches("META-INF/maven/[^/]+/[^/]+/pom.xml") && !name.contains("dev.trama")) {
          String library = name.split("/")[3].replaceFirst("(jackson|jline)-.*", "$1");
          assertThat(readme).contains(library);
        }
      }
    }
  }

  private static String read(JarFile file, String name) throws IOException {
    try (var in = file.getInputStream(file.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private ChildProcess trama(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "TRAMA_CACHE", directory.resolve("cache").toString());
    return ChildProcess.run(directory, environment, command);
  }
}
