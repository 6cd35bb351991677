package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
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
    var names = new Names();
    try (var jar = new JarFile(ChildJvm.agentJar().toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().endsWith(".class")) {
          try (var in = jar.getInputStream(entry)) {
            new ClassReader(in).accept(new ClassRemapper(new ClassWriter(0), names), 0);
          }
        }
      }
    }
    assertThat(names.used)
        .anyMatch(name -> name.startsWith("dev/trama/agent/shaded/"))
        .noneMatch(name -> name.contains("net/bytebuddy") || name.contains("net.bytebuddy"));
  }

  /** Collects the classes that code refers to, and its strings. */
  private static final class Names extends Remapper {
    private final Set<String> used = new HashSet<>();

    Names() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      used.add(internalName);
      return internalName;
    }

    @Override
    public Object mapValue(Object value) {
      if (value instanceof String string) {
        used.add(string);
      }
      return super.mapValue(value);
    }
  }

  @Test
  void probe_needsJavaBaseAndJfrOnly(@TempDir Path directory) throws IOException {
    assertThat(modulesOf(extractProbe(directory))).isEqualTo("java.base,jdk.jfr");
  }

  @Test
  void probe_isTwoUnversionedPackages(@TempDir Path directory) throws IOException {
    try (var jar = new JarFile(extractProbe(directory).toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.matches("dev/trama/probe/(stack/)?[^/]+\\.class"));
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
