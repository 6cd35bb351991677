package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class CarriedJarTest {
  @TempDir Path directory;

  @Test
  void anotherContent_isAnotherFile() {
    assertThat(jar("one").extractedTo(List.of(directory)))
        .hasContent("one")
        .isNotEqualTo(jar("two").extractedTo(List.of(directory)))
        .isEqualTo(jar("one").extractedTo(List.of(directory)));
  }

  @Test
  void whatSomebodyElsePutThere_isReplaced() throws IOException {
    Path file = jar("ours").extractedTo(List.of(directory));
    Files.writeString(file, "theirs");

    assertThat(jar("ours").extractedTo(List.of(directory))).isEqualTo(file).hasContent("ours");
  }

  @Test
  void extractedByManyAtOnce_itIsAlwaysWhole() throws Exception {
    byte[] content = new byte[1 << 20];
    var begin = new CountDownLatch(1);
    Callable<byte[]> extract =
        () -> {
          begin.await();
          return Files.readAllBytes(
              new CarriedJar("a.jar", content).extractedTo(List.of(directory)));
        };
    try (var executor = Executors.newFixedThreadPool(16)) {
      List<Future<byte[]>> all =
          IntStream.range(0, 64).mapToObj(i -> executor.submit(extract)).toList();
      begin.countDown();
      for (Future<byte[]> read : all) {
        assertThat(read.get()).isEqualTo(content);
      }
    }
    assertThat(names()).as("nothing is left over").hasSize(1);
  }

  @Test
  void whereOthersMayWrite_nothingIsExtracted() throws IOException {
    Path shared = Files.createDirectory(directory.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(jar("one").extractedTo(List.of(shared, link, file, directory.resolve("a/b"))))
        .hasParent(directory.resolve("a/b"));
    assertThatThrownBy(() -> jar("one").extractedTo(List.of(shared, link)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("set TRAMA_CACHE to a directory of yours")
        .hasMessageContaining("shared: others may write to it")
        .hasMessageContaining("link: it is a symbolic link");
  }

  @Test
  void theUsersChoice_isTheOnlyPlace() {
    assertThat(places(Map.of("TRAMA_CACHE", "/x", "XDG_CACHE_HOME", "/c"), "/home/me"))
        .containsExactly(Path.of("/x"));
    assertThat(places(Map.of("XDG_CACHE_HOME", "/c"), "/home/me"))
        .containsExactly(Path.of("/c/trama"), Path.of("/tmp/trama-me"));
    assertThat(places(Map.of(), "/home/me"))
        .containsExactly(Path.of("/home/me/.cache/trama"), Path.of("/tmp/trama-me"));
    assertThat(places(Map.of(), "?")).as("no home").containsExactly(Path.of("/tmp/trama-me"));
  }

  private static List<Path> places(Map<String, String> environment, String home) {
    return CacheDirectories.candidates(environment, "Linux", home, Path.of("/tmp/trama-me"));
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return new HashSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private static CarriedJar jar(String content) {
    return new CarriedJar("a.jar", content.getBytes(StandardCharsets.UTF_8));
  }
}
