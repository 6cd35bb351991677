package dev.trama.analyzer.analyse.words;

import dev.trama.analyzer.model.ThreadRef;
import java.util.regex.Pattern;

/** Short names for threads that come in numbers. */
public final class Names {
  private static final Pattern NUMBER = Pattern.compile("0x\\p{XDigit}+|\\d+");
  private static final Pattern WORKER =
      Pattern.compile("(?:ForkJoinPool-\\d+-worker|carrier)-(\\d+)");

  private Names() {}

  /**
   * {@code opponent-7} becomes {@code opponent-*}; {@code #33}, of which nothing is known, stays.
   */
  public static String family(String name) {
    if (name.startsWith("#")) {
      return "unnamed threads";
    }
    return NUMBER.matcher(name).replaceAll("*");
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
