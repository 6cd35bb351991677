package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.tasks.Totals;
import dev.trama.analyzer.export.task.TaskLife;
import dev.trama.analyzer.export.task.TaskLives;
import dev.trama.analyzer.export.task.TaskSink;
import dev.trama.analyzer.export.task.TaskTimes;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.TraceEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TaskLivesTest {
  @Property(tries = 5_000)
  void inOneWindow_tasksAreThoseOfTheModel(@ForAll long seed) {
    List<TraceEvent> events = RandomRecording.events(seed);
    Map<Long, TaskLife> lives = follow(List.of(shuffled(events, seed)));
    List<Task> tasks = RandomRecording.of(seed).tasks();
    assertThat(lives.keySet()).containsExactlyInAnyOrderElementsOf(ids(tasks));
    for (Task task : tasks) {
      TaskLife life = lives.get(task.id());
      TaskTimes times = life.times();
      assertThat(
              new Totals(
                  times.runningNanos(),
                  times.awaitingNanos(),
                  times.pinnedNanos(),
                  times.readyNanos(),
                  times.unknownNanos()))
          .isEqualTo(Totals.of(task));
      assertThat(life.spawnedNanos()).isEqualTo(task.spawnedNanos());
      assertThat(life.endNanos()).isEqualTo(task.endNanos());
      assertThat(life.truncation()).isEqualTo(task.truncation());
      assertThat(times.awaits()).isEqualTo(task.awaits().size());
    }
  }

  @Property(tries = 5_000)
  void inManyWindows_noTimeIsLostOrCountedTwice(@ForAll long seed) {
    List<TraceEvent> events = RandomRecording.events(seed);
    int half = events.size() / 2;
    Map<Long, TaskLife> lives =
        follow(List.of(events.subList(0, half), events.subList(half, events.size())));
    for (TaskLife life : lives.values()) {
      TaskTimes times = life.times();
      long sum =
          times.runningNanos()
              + times.awaitingNanos()
              + times.pinnedNanos()
              + times.readyNanos()
              + times.unknownNanos();
      assertThat(sum).isEqualTo(life.endNanos() - life.spawnedNanos());
    }
    assertThat(lives.values().stream().mapToLong(life -> life.times().awaits()).sum())
        .isEqualTo(events.stream().filter(TraceEvent.Awaited.class::isInstance).count());
  }

  private static Map<Long, TaskLife> follow(List<List<TraceEvent>> windows) {
    Map<Long, TaskLife> finished = new HashMap<>();
    var lives =
        new TaskLives(
            RandomRecording.INFO.span(),
            true,
            new TaskSink() {
              @Override
              public void finished(TaskLife task) {
                assertThat(finished.put(task.id(), task)).as("finished once").isNull();
              }
            });
    for (List<TraceEvent> window : windows) {
      window.forEach(lives);
      lives.endWindow();
    }
    lives.end();
    return finished;
  }

  private static List<TraceEvent> shuffled(List<TraceEvent> events, long seed) {
    Collections.shuffle(events, new Random(seed));
    return events;
  }

  private static List<Long> ids(List<Task> tasks) {
    return tasks.stream().map(Task::id).toList();
  }
}
