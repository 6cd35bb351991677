package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.path.CriticalPath.Step;
import dev.trama.analyzer.analyse.path.CriticalPath.What;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.List;

/** Laws that hold for every critical path, whatever the recording. */
final class PathLaws {
  private PathLaws() {}

  static void assertAll(Recording recording) {
    for (Task task : recording.tasks()) {
      assertHoldFor(CriticalPath.of(recording, task), task);
    }
  }

  private static void assertHoldFor(CriticalPath path, Task goal) {
    List<Step> steps = path.steps();
    assertThat(path.begins()).isNotBlank();
    if (goal.endNanos() == goal.spawnedNanos()) {
      return;
    }
    assertThat(steps.getLast().endNanos()).isEqualTo(goal.endNanos());
    if (goal.slices().getLast() instanceof Slice.Running) {
      assertThat(steps.getLast().task()).isEqualTo(goal);
    }
    assertThat(steps.stream().mapToLong(Step::durationNanos).sum())
        .as("no gap and no overlap")
        .isEqualTo(path.durationNanos());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      assertThat(step.durationNanos()).isPositive();
      if (i > 0) {
        // The instant of a hand-over is then within the lives of both.
        assertThat(step.startNanos()).isEqualTo(steps.get(i - 1).endNanos());
      }
      assertThat(step.task().slices())
          .as("%s was what the step says", step.task().title())
          .anyMatch(slice -> contains(slice, step));
    }
    if (steps.stream().allMatch(step -> step.task().equals(goal))) {
      assertThat(path.durationNanos()).isEqualTo(goal.endNanos() - goal.spawnedNanos());
    }
  }

  private static boolean contains(Slice slice, Step step) {
    What what =
        switch (slice) {
          case Slice.Running ignored -> What.RUNNING;
          case Slice.Ready ignored -> What.READY;
          case Slice.Awaiting ignored -> What.AWAITING;
          case Slice.Pinned ignored -> What.PINNED;
          case Slice.Unknown ignored -> What.UNKNOWN;
        };
    return step.what() == what
        && slice.startNanos() <= step.startNanos()
        && slice.endNanos() >= step.endNanos();
  }
}
