package dev.trama.analyzer.analyse.words;

import dev.trama.analyzer.model.ThreadRef;
import java.util.regex.Pattern;

/** Short names for numbered threads. */
public final class Names {
  private static final Pattern NUMBER = Pattern.compile("0x\\p{XDigit}+|\\d+");
  private static final Pattern WORKER =
      Pattern.compile("(?:ForkJoinPool-\\d+-worker|carrier)-(\\d+)");

  private Names() {}

  /** {@code opponent-7} becomes {@code opponent-*}; {@code #33}, an unknown thread, stays. */
  public static String family(String name) {
    if (name.startsWith("#")) {
      return "unnamed threads";
    }
    return NUMBER.matcher(name).replaceAll("*");
  }

  /** {@code opponent-7 #33}, or {@code #33} when it has no name. */
  public static String numbered(ThreadRef thread) {
    return (thread.name().isEmpty() ? "" : thread.name() + " ") + "#" + thread.id();
  }

  /** {@code ForkJoinPool-1-worker-3} is {@code carrier-3}. */
  public static String carrier(ThreadRef carrier) {
    if (!carrier.isKnown()) {
      return "an unknown carrier";
    }
    var worker = WORKER.matcher(carrier.name());
    if (worker.matches()) {
      return "carrier-" + worker.group(1);
    }
    return carrier.name().isEmpty() ? "carrier #" + carrier.id() : carrier.name();
  }
}
