package dev.trama.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/**
 * A benchmark: how long tests take, from JUnit's beginning with them to its end with them.
 *
 * <p>{@code mvn -pl analyzer/junit -am verify -DskipTests -Pbench-junit} runs it without the agent,
 * on tests without assertions, then with the agent on the same tests watched.
 */
final class TestOverhead {
  private static final int ROUNDS = 10;

  private TestOverhead() {}

  public static void main(String[] arguments) {
    boolean watched = arguments[0].equals("watched");
    Class<?> tests = watched ? MeasuredShop.Watched.class : MeasuredShop.class;
    System.out.println(watched ? "With the agent, watched:" : "Without the agent:");
    System.out.printf("  first test of the JVM  %8.2f ms%n", first(tests));
    Map<String, List<Double>> times = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      millis(tests).forEach((name, more) -> times.merge(name, more, TestOverhead::joined));
    }
    times.forEach(
        (name, all) ->
            System.out.printf(
                "  %-22s %8.2f ms median, %8.2f ms p99 of %d%n",
                name, quantile(all, 0.5), quantile(all, 0.99), all.size()));
  }

  private static double first(Class<?> tests) {
    Instant started = Instant.now();
    for (Event event : Outcomes.of(tests, Map.of()).list()) {
      if (event.getType() == EventType.FINISHED) {
        return between(started, event.getTimestamp());
      }
    }
    throw new IllegalStateException("no test was run");
  }

  /** Of all tests of a round, by the name of their method. */
  private static Map<String, List<Double>> millis(Class<?> tests) {
    Map<String, Instant> started = new HashMap<>();
    Map<String, List<Double>> millis = new TreeMap<>();
    for (Event event : Outcomes.of(tests, Map.of()).list()) {
      String id = event.getTestDescriptor().getUniqueId().toString();
      if (event.getType() == EventType.STARTED) {
        started.put(id, event.getTimestamp());
      } else if (event.getType() == EventType.FINISHED) {
        millis
            .computeIfAbsent(
                id.replaceAll(".*template:([a-zA-Z]+).*", "$1"), n -> new ArrayList<>())
            .add(between(started.get(id), event.getTimestamp()));
      }
    }
    return millis;
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private static List<Double> joined(List<Double> some, List<Double> more) {
    List<Double> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
  }
}
