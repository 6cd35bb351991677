package dev.trama.analyzer.model;

import java.util.regex.Pattern;

/** Readable names for classes and methods that compilers and the JVM generate. */
public final class CodeNames {
  private static final Pattern GENERATED =
      Pattern.compile(
          "(\\$\\$Lambda|\\$\\$(Spring|Enhancer|FastClass)|\\$Proxy|\\$HibernateProxy|/0x).*");
  private static final Pattern ANONYMOUS = Pattern.compile("\\.\\d+(?=\\.|$)");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
  private static final Pattern ACCESSOR = Pattern.compile("access\\$\\d+");

  private CodeNames() {}

  /** {@code a.b.Outer$Inner} and {@code lambda$run$3} become {@code Outer.Inner.run (lambda)}. */
  public static String method(String type, String method) {
    String owner = type(type);
    var lambda = LAMBDA.matcher(method);
    if (lambda.matches()) {
      String within = lambda.group(1);
      return switch (within) {
        case "new" -> owner + ".<init> (lambda)";
        case "static" -> owner + ".<clinit> (lambda)";
        case "null", "" -> owner + " (lambda)";
        default -> owner + "." + within + " (lambda)";
      };
    }
    if (isGenerated(type) && !owner.contains("(")) {
      return owner + "." + method + (type.contains("$$Lambda") ? " (lambda)" : " (proxy)");
    }
    return owner + "." + method;
  }

  /**
   * {@code a.b.Outer$Inner} becomes {@code Outer.Inner}; {@code Outer$1} {@code Outer (anonymous)}.
   */
  public static String type(String type) {
    String plain = GENERATED.matcher(type).replaceFirst("");
    String simple = plain.substring(plain.lastIndexOf('.') + 1).replace('$', '.');
    if (simple.isEmpty()) {
      return "proxy";
    }
    var anonymous = ANONYMOUS.matcher(simple);
    return anonymous.find() ? anonymous.replaceAll("") + " (anonymous)" : simple;
  }

  /** The file a class was most likely compiled from, for recordings that do not say. */
  public static String file(String type) {
    String plain = GENERATED.matcher(type).replaceFirst("");
    String simple = plain.substring(plain.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
  }

  /** Whether the JVM or a library made it at run time; its frames have no source. */
  public static boolean isGenerated(String type) {
    return GENERATED.matcher(type).find();
  }

  /** Whether the compiler made the method to reach another one: not worth a line. */
  static boolean isBridge(String method) {
    return ACCESSOR.matcher(method).matches();
  }
}
