package dev.trama.junit;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;

/** Classes and packages that tests name. */
final class Types {
  private Types() {}

  /** Refuses unknown names: with one, any assertion of an upper limit would hold. */
  static void check(String type, ClassLoader loader) {
    if (!isClass(type, loader) && !isPackage(type, loader)) {
      throw new IllegalArgumentException(
          "there is no class " + type + ", and no class of a package " + type + " is loaded");
    }
  }

  private static boolean isClass(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static boolean isPackage(String name, ClassLoader loader) {
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      for (Package known : at.getDefinedPackages()) {
        if (known.getName().equals(name) || known.getName().startsWith(name + ".")) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isBelow(Stack stack, String type) {
    for (Frame frame : stack.frames()) {
      String name = frame.type();
      if (name.startsWith(type)
          && (name.length() == type.length()
              || name.charAt(type.length()) == '$'
              || name.charAt(type.length()) == '.')) {
        return true;
      }
    }
    return false;
  }
}
