package dev.trama.agent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged jar brings onto the application's class path, and what it needs there. */
class AgentJarIT {
  private static final String PROBE = "trama-probe.jar";

  @Test
  void nothingIsOutsideOurPackages() throws IOException {
    assertThat(names())
        .contains(PROBE, "dev/trama/agent/TramaAgent.class")
        .allMatch(
            name ->
                name.equals(PROBE)
                    || name.startsWith("META-INF/")
                    || name.startsWith("dev/trama/agent/")
                    || List.of("dev/", "dev/trama/").contains(name));
  }

  @Test
  void metaInf_registersNothingWithTheApplication() throws IOException {
    assertThat(names())
        .noneMatch(name -> name.startsWith("META-INF/services/"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"));
  }

  @Test
  void byteBuddy_isRelocated_inNamesAndInStrings() throws IOException {
    List<String> unrelocated = new ArrayList<>();
    try (var jar = new JarFile(ChildJvm.agentJar().toFile())) {
      for (JarEntry entry : jar.stream().filter(it -> !it.isDirectory()).toList()) {
        try (var in = jar.getInputStream(entry)) {
          String bytes = new String(in.readAllBytes(), ISO_8859_1);
          if (bytes.contains("net/bytebuddy") || bytes.contains("net.bytebuddy")) {
            unrelocated.add(entry.getName());
          }
        }
      }
    }
    assertThat(unrelocated).isEmpty();
  }

  @Test
  void probe_needsJavaBaseAndJfrOnly(@TempDir Path directory) throws IOException {
    assertThat(modulesOf(extractProbe(directory))).isEqualTo("java.base,jdk.jfr");
  }

  @Test
  void probe_isOneUnversionedPackage(@TempDir Path directory) throws IOException {
    try (var jar = new JarFile(extractProbe(directory).toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.matches("dev/trama/probe/[^/]+\\.class"));
    }
  }

  @Test
  void manifest_namesTheEntries() throws IOException {
    try (var jar = new JarFile(ChildJvm.agentJar().toFile())) {
      var manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.trama.agent.TramaAgent");
      assertThat(manifest.getValue("Agent-Class")).isEqualTo("dev.trama.agent.TramaAgent");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Boot-Class-Path")).as("costs class-data sharing").isNull();
    }
  }

  private static List<String> names() throws IOException {
    try (var jar = new JarFile(ChildJvm.agentJar().toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }

  private static Path extractProbe(Path directory) throws IOException {
    try (var jar = new JarFile(ChildJvm.agentJar().toFile());
        var in = jar.getInputStream(jar.getEntry(PROBE))) {
      Path probe = directory.resolve(PROBE);
      Files.copy(in, probe);
      return probe;
    }
  }

  private static String modulesOf(Path jar) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(err),
                "--print-module-deps",
                "--multi-release",
                "base",
                jar.toString());
    assertThat(status).as("jdeps: %s%s", out, err).isZero();
    return out.toString().strip();
  }
}
