package dev.trama.agent.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a recording holds. To read one is to assert that the agent worked: it named itself, every
 * hook was woven, no probe failed, nothing was lost.
 */
public final class Traced {
  private final List<Await> awaits = new ArrayList<>();
  private final List<MonitorAwait> monitorAwaits = new ArrayList<>();
  private final List<Unpark> unparks = new ArrayList<>();
  private final List<Spawn> spawns = new ArrayList<>();
  private final List<Stuck> stillSuspended = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<RecordedEvent> agents = new ArrayList<>();
  private Completeness completeness = new Completeness(-1, -1, -1, -1, -1, -1, -1);

  private Traced() {}

  /** The counters of a recording when it ended, or was cut. */
  public record Completeness(
      long seen,
      long committed,
      long withoutStack,
      long lost,
      long wakerUnknown,
      long failures,
      long stackMismatches) {}

  /** Reads a recording that the agent made, to its end. */
  public static Traced read(Path file) throws IOException {
    return read(file, true);
  }

  /** As {@link #read}, for recordings too large to keep: only counts and counters are kept. */
  public static Traced count(Path file) throws IOException {
    return read(file, false);
  }

  private static Traced read(Path file, boolean keep) throws IOException {
    Traced traced = new Traced();
    traced.addAll(file, keep);
    assertThat(traced.agents).as("trama.Agent in %s", file).isNotEmpty();
    for (RecordedEvent agent : traced.agents) {
      assertThat(agent.getString("missingHooks")).as("missing hooks").isEmpty();
    }
    assertThat(traced.completeness.failures).as("probe failures").isZero();
    assertThat(traced.completeness.lost).as("lost awaits").isZero();
    assertThat(traced.completeness.stackMismatches).as("stack mismatches").isZero();
    return traced;
  }

  /** Reads a recording without asserting anything. */
  public static Traced readAny(Path file) throws IOException {
    var traced = new Traced();
    traced.addAll(file, true);
    return traced;
  }

  private void addAll(Path file, boolean keep) throws IOException {
    StackTexts stacks = keep ? StackTexts.of(file) : null;
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        String type = event.getEventType().getName();
        counts.merge(type, 1, Integer::sum);
        if (keep || type.equals("trama.Agent") || type.equals("trama.Completeness")) {
          add(type, event, stacks);
        }
      }
    }
  }

  private void add(String type, RecordedEvent event, StackTexts stacks) {
    switch (type) {
      case "trama.Await" -> awaits.add(Await.of(event, stacks));
      case "trama.MonitorAwait" -> monitorAwaits.add(MonitorAwait.of(event, stacks));
      case "trama.Unpark" -> unparks.add(Unpark.of(event, stacks));
      case "trama.Spawn" -> spawns.add(Spawn.of(event, stacks));
      case "trama.StillSuspended" -> stillSuspended.add(Stuck.of(event, stacks));
      case "trama.Agent" -> agents.add(event);
      case "trama.Completeness" -> completeness = latest(event);
      default -> {}
    }
  }

  /** The counters only grow, and events of one chunk come in no certain order. */
  private Completeness latest(RecordedEvent event) {
    return event.getLong("awaitsSeen") < completeness.seen
        ? completeness
        : new Completeness(
            event.getLong("awaitsSeen"),
            event.getLong("awaitsCommitted"),
            event.getLong("withoutStack"),
            Math.max(completeness.lost, event.getLong("lost")),
            event.getLong("wakerUnknown"),
            Math.max(completeness.failures, event.getLong("probeFailures")),
            event.getLong("stackMismatches"));
  }

  /** Asserts that the file holds each await that was seen; for programs at rest when they end. */
  public Traced whole() {
    assertThat(completeness.committed).as("awaits committed").isEqualTo(completeness.seen);
    assertThat(count("trama.Await") + count("trama.MonitorAwait"))
        .as("awaits in the file, of those seen")
        .isEqualTo((int) completeness.seen);
    return this;
  }

  /** The awaits of parks, sleeps and yields. */
  public List<Await> awaits() {
    return awaits;
  }

  /** Those of the threads with this name. */
  public List<Await> awaitsOf(String name) {
    return awaits.stream().filter(await -> await.name().equals(name)).toList();
  }

  /** The awaits of monitors. */
  public List<MonitorAwait> monitorAwaits() {
    return monitorAwaits;
  }

  /** Those of the thread with this name, which must have a spawn. */
  public List<MonitorAwait> monitorAwaitsOf(String name) {
    long thread = idOf(name);
    return monitorAwaits.stream().filter(await -> await.thread() == thread).toList();
  }

  /** Id of the one virtual thread that was born with this name. */
  public long idOf(String name) {
    List<Spawn> births = spawns.stream().filter(spawn -> spawn.name().equals(name)).toList();
    assertThat(births).as("births of " + name).hasSize(1);
    return births.getFirst().child();
  }

  /** The wake edges. */
  public List<Unpark> unparks() {
    return unparks;
  }

  /** The wake edges to this thread. */
  public List<Unpark> unparksOf(long target) {
    return unparks.stream().filter(unpark -> unpark.target() == target).toList();
  }

  /** The births. */
  public List<Spawn> spawns() {
    return spawns;
  }

  /** The threads that were still suspended at the end of chunks. */
  public List<Stuck> stillSuspended() {
    return stillSuspended;
  }

  /** The one thread with this name that was still suspended, at the end of the last chunk. */
  public Stuck stuck(String name) {
    List<Stuck> found = stillSuspended.stream().filter(it -> it.name().equals(name)).toList();
    assertThat(found).as("still suspended: %s, of %s", name, stillSuspended).isNotEmpty();
    return found.getLast();
  }

  /** The last counters. */
  public Completeness completeness() {
    return completeness;
  }

  /** When the agent first said that a chunk begins; never, if the program had ended by then. */
  public Instant chunkBegan() {
    return agents.isEmpty() ? Instant.MAX : agents.getFirst().getStartTime();
  }

  /** The options the agent says it runs with. */
  public String options() {
    return agents.getLast().getString("options");
  }

  /** How many events of this type there are. */
  public int count(String type) {
    return counts.getOrDefault(type, 0);
  }
}
