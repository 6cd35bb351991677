package dev.trama.samples.orders;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which of the three problems are fixed in this run. */
record Fixes(boolean pool, boolean lock, boolean serial) {
  private static final Set<String> KNOWN = Set.of("pool", "lock", "serial");

  static Fixes parse(String commaSeparated) {
    List<String> names = commaSeparated.isEmpty() ? List.of() : List.of(commaSeparated.split(","));
    for (String name : names) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "orders.fix has no " + name + "; it has " + new TreeSet<>(KNOWN));
      }
    }
    return new Fixes(names.contains("pool"), names.contains("lock"), names.contains("serial"));
  }
}
