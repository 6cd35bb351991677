package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.cli.CommandLineRun;
import java.util.ArrayList;
import java.util.List;

/** The tasks of a sample, with their awaits in order of time, from {@code trama trace}. */
record SampleTrace(List<Told> tasks) {
  /** An await. The waker is empty when it is not known. */
  record Suspension(String kind, String at, String waker, String ending, boolean pinned) {}

  /** A task, or several. Instants are nanoseconds since the recording began. */
  record Told(
      String name,
      List<Suspension> awaits,
      long spawnedNanos,
      long endNanos,
      long runningNanos,
      long awaitingNanos,
      long readyNanos,
      long pinnedNanos) {
    /** The awaits of a finer kind, such as {@code queue take}. */
    List<Suspension> awaits(String kind) {
      return awaits.stream().filter(await -> await.kind().equals(kind)).toList();
    }
  }

  /**
   * Asserts their wakers. An unpark that comes while its target is just about to park leaves the
   * waker unknown, which may happen to a few; it is never a wrong one.
   */
  static void assertWokenBy(String prefix, List<Suspension> awaits) {
    assertThat(awaits)
        .isNotEmpty()
        .allMatch(await -> await.waker().isEmpty() || await.waker().startsWith(prefix));
    assertThat(awaits.stream().filter(await -> await.waker().isEmpty()).count() * 4)
        .as("wakers unknown of %s", awaits)
        .isLessThanOrEqualTo(awaits.size());
  }

  static SampleTrace of(String sample) throws Exception {
    String file = Demos.recording(sample).toString();
    JsonNode trace = CommandLineRun.json("trace", file, "--timeline", "--json");
    List<Told> tasks = new ArrayList<>();
    trace.at("/tasks").forEach(task -> tasks.add(told(task)));
    return new SampleTrace(tasks);
  }

  static JsonNode summary(String sample) throws Exception {
    String file = Demos.recording(sample).toString();
    return CommandLineRun.json("summary", file, "--json");
  }

  private static Told told(JsonNode task) {
    List<Suspension> awaits = new ArrayList<>();
    for (JsonNode await : task.at("/awaits")) {
      awaits.add(
          new Suspension(
              await.get("fineKind").asText(),
              await.get("at").asText(),
              await.get("waker").asText(),
              await.get("ending").asText(),
              await.get("kind").asText().equals("pinned")));
    }
    return new Told(
        task.get("name").asText(),
        awaits,
        task.get("bornNanos").asLong(),
        task.get("endNanos").asLong(),
        task.at("/totals/runningNanos").asLong(),
        task.at("/totals/awaitingNanos").asLong(),
        task.at("/totals/readyNanos").asLong(),
        task.at("/totals/pinnedNanos").asLong());
  }

  /** The tasks whose names begin so. */
  List<Told> named(String prefix) {
    List<Told> named = tasks.stream().filter(task -> task.name().startsWith(prefix)).toList();
    assertThat(named).as("tasks named %s", prefix).isNotEmpty();
    return named;
  }

  Told task(String name) {
    List<Told> named = tasks.stream().filter(task -> task.name().equals(name)).toList();
    assertThat(named).as("tasks named %s", name).hasSize(1);
    return named.getFirst();
  }

  /** All awaits of a finer kind of the tasks whose names begin so. */
  List<Suspension> awaits(String prefix, String kind) {
    return named(prefix).stream().flatMap(task -> task.awaits(kind).stream()).toList();
  }
}
