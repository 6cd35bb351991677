package dev.trama.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What projects compile against is in {@code api.txt}, as the last release had it. Nothing of it
 * may disappear or change; additions are free, unless existing code would no longer compile.
 */
class PublicApiTest {
  private static final Path RELEASED = Path.of("src/test/resources/dev/trama/junit/api.txt");

  @Test
  void nothingIsGone() throws Exception {
    Set<String> now = signatures();
    if (System.getProperty("trama.api", "check").equals("write")) {
      Files.write(RELEASED, now);
    }
    assertThat(Files.readAllLines(RELEASED)).isNotEmpty();
    assertThat(now)
        .as("what was public; docs/CONTRIBUTING.md says under Versions how to change it")
        .containsAll(Files.readAllLines(RELEASED));
  }

  @Test
  void newElementsOfAnnotations_haveDefaults() throws Exception {
    List<String> released = Files.readAllLines(RELEASED);
    assertThat(signatures())
        .filteredOn(line -> line.startsWith("@") && line.contains("()") && !line.contains(" = "))
        .isSubsetOf(released);
  }

  private static Set<String> signatures() throws Exception {
    Set<String> lines = new TreeSet<>();
    for (Class<?> type : publicTypes()) {
      String name = (type.isAnnotation() ? "@" : "") + type.getCanonicalName();
      lines.add(name + kind(type));
      for (Method method : type.getDeclaredMethods()) {
        if (isOpen(method) && !method.isSynthetic()) {
          lines.add(name + "." + method.getName() + signature(method) + returns(method));
        }
      }
      for (Executable constructor : type.getDeclaredConstructors()) {
        if (isOpen(constructor)) {
          lines.add(name + ".new" + signature(constructor));
        }
      }
      if (type.isEnum()) {
        Arrays.stream(type.getEnumConstants()).forEach(c -> lines.add(name + "." + c));
      }
    }
    return lines;
  }

  private static List<Class<?>> publicTypes() throws IOException, URISyntaxException {
    Path classes = Path.of(Trama.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("dev/trama/junit"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
          .<Class<?>>map(PublicApiTest::load)
          .filter(PublicApiTest::isPublic)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApiTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  private static boolean isOpen(Executable member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  /** What it extends; for annotations where they may stand. */
  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      Target target = type.getAnnotation(Target.class);
      String where = target == null ? "" : " on " + Arrays.toString(target.value());
      return where + " kept in " + type.getAnnotation(Retention.class).value();
    }
    List<String> supertypes =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .toList();
    return (type.isInterface() ? " interface" : "")
        + (supertypes.isEmpty() ? "" : " is a ")
        + String.join(", ", supertypes);
  }

  private static String signature(Executable method) {
    return Arrays.stream(method.getGenericParameterTypes())
            .map(Type::getTypeName)
            .collect(Collectors.joining(", ", "(", ")"))
        + (Modifier.isStatic(method.getModifiers()) ? " static" : "")
        + Arrays.stream(method.getGenericExceptionTypes())
            .map(type -> " throws " + type.getTypeName())
            .collect(Collectors.joining());
  }

  private static String returns(Method method) {
    Object usual = method.getDefaultValue();
    String value =
        usual == null
            ? ""
            : " = " + (usual instanceof Object[] all ? Arrays.toString(all) : usual.toString());
    return ": " + method.getGenericReturnType().getTypeName() + value;
  }
}
