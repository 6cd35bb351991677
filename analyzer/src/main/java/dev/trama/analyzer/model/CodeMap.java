package dev.trama.analyzer.model;

import java.util.List;

/**
 * Whose code a class is, by the prefix of its name. A class that is neither the JDK's nor a known
 * library's is the application's, unless the user says otherwise.
 *
 * @param application prefixes of the application, whatever the tables say
 * @param libraries prefixes of libraries
 */
public record CodeMap(List<String> application, List<String> libraries) {
  private static final List<String> JDK =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.trama.probe.");

  public CodeMap {
    application = List.copyOf(application);
    libraries = List.copyOf(libraries);
  }

  /** The known libraries, and in addition {@code application}. */
  public static CodeMap standard(List<String> application) {
    return new CodeMap(application, Tables.lines("libraries.txt"));
  }

  public Frame.Origin origin(String type) {
    if (startsWithOne(application, type)) {
      return Frame.Origin.APPLICATION;
    }
    if (startsWithOne(JDK, type)) {
      return Frame.Origin.JDK;
    }
    return startsWithOne(libraries, type) ? Frame.Origin.LIBRARY : Frame.Origin.APPLICATION;
  }

  private static boolean startsWithOne(List<String> prefixes, String type) {
    for (String prefix : prefixes) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
