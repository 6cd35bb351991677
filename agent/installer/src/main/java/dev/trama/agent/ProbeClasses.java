package dev.trama.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Defines the embedded probe's classes to the boot loader, where the woven {@code java.base} finds
 * them.
 *
 * <p>Design note: appending the jar to the boot class path would do the same, but makes the JVM
 * give up class-data sharing for the application's classes.
 */
final class ProbeClasses {
  private static final String FIRST = "dev.trama.probe.Recorder";
  private static final String JAR = "/trama-probe.jar";

  private final Internals internals;
  private final Map<String, byte[]> undefined;

  private ProbeClasses(Internals internals, Map<String, byte[]> undefined) {
    this.internals = internals;
    this.undefined = undefined;
  }

  /** Defines the classes, unless an earlier installation in this JVM has done so. */
  static void define(Internals internals) throws IOException, ReflectiveOperationException {
    if (areDefined()) {
      return;
    }
    var classes = new ProbeClasses(internals, read());
    while (!classes.undefined.isEmpty()) {
      classes.define(classes.undefined.keySet().iterator().next());
    }
    internals.exportUnsafeTo(Class.forName(FIRST, false, null).getModule());
  }

  private static boolean areDefined() {
    try {
      Class.forName(FIRST, false, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  private static Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    try (InputStream resource = ProbeClasses.class.getResourceAsStream(JAR);
        JarInputStream jar = new JarInputStream(resource, false)) {
      for (JarEntry entry; (entry = jar.getNextJarEntry()) != null; ) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
          classes.put(name.substring(0, name.length() - ".class".length()), jar.readAllBytes());
        }
      }
    }
    return classes;
  }

  /** Superclasses first: the boot loader cannot find them by itself. */
  private void define(String internalName) throws ReflectiveOperationException {
    byte[] bytes = undefined.remove(internalName);
    if (bytes == null) {
      return; // defined already, or the JDK's
    }
    ClassReader reader = new ClassReader(bytes);
    define(reader.getSuperName());
    for (String superInterface : reader.getInterfaces()) {
      define(superInterface);
    }
    internals.defineToBootLoader(internalName.replace('/', '.'), bytes);
  }
}
