package dev.trama.samples.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles and runs {@code OrderPage}, the actual sample, which is among the resources.
 *
 * <p>Structured concurrency is a preview of the JDK, whose classes are bound to one release, and
 * its interface changed with JDK 25. So there are two sources, and the one that fits is compiled
 * when it is to be run. Needs {@code --enable-preview}.
 */
public final class Scope {
  public static void main(String[] args) throws Exception {
    int release = Runtime.version().feature();
    String version = release < 25 ? "jdk21" : "jdk25";
    Path classes = Files.createTempDirectory("scope");
    try {
      compile("/dev/trama/samples/scope/" + version + "/OrderPage.java", release, classes);
      try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
        Class<?> page = loader.loadClass("dev.trama.samples.scope." + version + ".OrderPage");
        Method main = page.getMethod("main", String[].class);
        main.invoke(null, (Object) args);
      }
    } finally {
      delete(classes);
    }
  }

  private static void compile(String resource, int release, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this sample needs a JDK, with a compiler, not only a JRE");
    }
    var problems = new DiagnosticCollector<JavaFileObject>();
    List<String> options =
        List.of("--enable-preview", "--release", "" + release, "-g", "-d", classes.toString());
    boolean compiled =
        compiler.getTask(null, null, problems, options, null, List.of(new Source(resource))).call();
    if (!compiled) {
      throw new IllegalStateException(
          "cannot compile on JDK " + release + ": " + problems.getDiagnostics());
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String resource;

    Source(String resource) {
      super(URI.create("string://" + resource), Kind.SOURCE);
      this.resource = resource;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      try (InputStream source = Scope.class.getResourceAsStream(resource)) {
        return new String(source.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Scope::deleteFile);
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
