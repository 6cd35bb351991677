package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/trama}, copied to a directory with a space in its name and started there. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
  private static final List<String> COMMANDS_IT_NEEDS =
      List.of(
          "bash", "env", "dirname", "basename", "readlink", "uname", "mkdir", "sed", "head", "rm");

  @TempDir Path directory;
  private Path home;
  private Path launcher;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void copyLauncher() throws IOException {
    home = directory.resolve("a place");
    launcher = home.resolve("analyzer/bin/trama");
    Files.createDirectories(launcher.getParent());
    Files.copy(ChildProcess.PROJECT.resolve("analyzer/bin/trama"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    environment.put("PATH", pathWithNothingElse().toString());
    environment.put("TRAMA_JAVA", System.getProperty("java.home"));
  }

  @Test
  void startsThroughALinkFromAnotherDirectory() throws Exception {
    copyAnalyzerJar();
    Path link = Files.createSymbolicLink(directory.resolve("link"), launcher);
    Path linkToLink = Files.createSymbolicLink(directory.resolve("another"), link.getFileName());

    ChildProcess trama = start(linkToLink, "--version");

    assertThat(trama.err()).isEmpty();
    assertThat(trama.status()).isZero();
    assertThat(trama.out()).contains("Java " + Runtime.version().feature());
  }

  @Test
  void handsOnArgumentsAndStatus() throws Exception {
    copyAnalyzerJar();

    ChildProcess trama = start(launcher, "summary", "no such file.jfr");

    assertThat(trama.status()).isEqualTo(2);
    assertThat(trama.out()).isEmpty();
    assertThat(trama.err()).hasLineCount(1).contains("no such file.jfr");
  }

  @Test
  void takesAnExecutableForTramaJavaToo() throws Exception {
    copyAnalyzerJar();
    environment.merge("TRAMA_JAVA", "/bin/java", String::concat);

    assertThat(start(launcher, "--version").status()).isZero();
  }

  @Test
  void prefersJavaHomeToAnOldJavaOnThePath() throws Exception {
    copyAnalyzerJar();
    fakeJava(directory.resolve("path"), "17.0.9");
    environment.put("JAVA_HOME", environment.remove("TRAMA_JAVA"));

    assertThat(start(launcher, "--version").status()).isZero();
  }

  @Test
  void refusesAnOldTramaJava() throws Exception {
    Path old = fakeJava(directory.resolve("old"), "17.0.9");
    environment.put("TRAMA_JAVA", old.toString());

    assertThatItFailsWith("TRAMA_JAVA=" + old + " is not a Java 21 or later");
  }

  @Test
  void saysThatThereIsNothingToBuildFrom() throws Exception {
    assertThatItFailsWith("trama.jar is missing, and there are no sources");
  }

  @Test
  void saysThatItNeedsMaven() throws Exception {
    Files.createFile(home.resolve("pom.xml"));

    assertThatItFailsWith("building Trama needs Maven");
  }

  @Test
  void namesTheLogOfAFailedBuild() throws Exception {
    Files.createFile(home.resolve("pom.xml"));
    executable(directory.resolve("path/mvn"), "echo it does not compile; exit 1");

    ChildProcess trama = start(launcher, "--version");

    Path log = home.resolve("target/trama-build.log");
    assertThat(trama.status()).isEqualTo(2);
    assertThat(trama.err().lines().toList().getLast())
        .isEqualTo("trama: the build failed; its output is in " + log.toRealPath());
    assertThat(log).content().isEqualTo("it does not compile\n");
  }

  @Test
  void buildsTheServiceWhenItIsAskedForAndOnlyThen() throws Exception {
    copyAnalyzerJar();
    Files.createFile(home.resolve("pom.xml"));
    executable(directory.resolve("path/mvn"), "echo \"$@\"; exit 1");
    Path log = home.resolve("target/trama-build.log");

    start(launcher, "demo", "chess");
    assertThat(log).content().contains("-pl !sample-apps/orders");
    start(launcher, "demo", "orders", "--out", "before");
    assertThat(log).content().contains("package").doesNotContain("orders");
    start(launcher, "demo", "--out", "before", "orders");
    assertThat(log).content().contains("package").doesNotContain("orders");
  }

  private void assertThatItFailsWith(String message) throws Exception {
    ChildProcess trama = start(launcher, "--version");
    assertThat(trama.status()).isEqualTo(2);
    assertThat(trama.out()).isEmpty();
    assertThat(trama.err()).hasLineCount(1).startsWith("trama: ").contains(message);
  }

  private ChildProcess start(Path executable, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(arguments));
    return ChildProcess.run(directory, environment, command);
  }

  private void copyAnalyzerJar() throws IOException {
    Path jar = home.resolve("analyzer/target/trama.jar");
    Files.createDirectories(jar.getParent());
    Files.copy(ChildProcess.PROJECT.resolve("analyzer/target/trama.jar"), jar);
  }

  /** A directory with the commands that the launcher needs: neither java nor mvn. */
  private Path pathWithNothingElse() throws IOException {
    Path path = Files.createDirectory(directory.resolve("path"));
    for (String command : COMMANDS_IT_NEEDS) {
      Path usual = Path.of("/usr/bin", command);
      Path target = Files.exists(usual) ? usual : Path.of("/bin", command);
      Files.createSymbolicLink(path.resolve(command), target);
    }
    return path;
  }

  /** A fake JDK of this version. */
  private static Path fakeJava(Path fakeHome, String version) throws IOException {
    executable(fakeHome.resolve("bin/java"), "exit 3");
    Files.writeString(fakeHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return fakeHome;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
