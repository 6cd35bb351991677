package dev.trama.analyzer.analyse.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.RandomRecording;
import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.request.Places;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every answer, whatever the recording. */
class WhyLawsTest {
  @Property(tries = 20_000)
  void partsOfEveryAnswer_addUp(@ForAll long seed, @ForAll @IntRange(max = 3) int slowest) {
    assertAddsUp(RandomRecording.of(seed), slowest);
  }

  @Property(tries = 5_000)
  void partsOfEveryAnswer_addUp_withContexts(
      @ForAll long seed, @ForAll @IntRange(max = 3) int slowest) {
    assertAddsUp(RandomRecording.withContexts(seed), slowest);
  }

  private static void assertAddsUp(Recording recording, int slowest) {
    RequestWindow window = RequestWindow.of(recording);
    var populations = new Populations(request -> Optional.of("all"), slowest);
    populations.add(window);
    for (WhyFold fold : populations.folds(Integer.MAX_VALUE)) {
      fold.add(window, (task, activity, start, end) -> assertWasSo(task, activity, start, end));
      Why why = fold.why();
      assertThat(why.slow()).isPositive();
      assertThat(why.slowNanos()).isEqualTo(mean(window, why));
      assertThat(why.lines().stream().mapToLong(Line::slowNanos).sum()).isEqualTo(why.slowNanos());
      assertThat(why.lines().stream().mapToLong(Line::typicalNanos).sum())
          .isEqualTo(why.typicalNanos());
      assertThat(why.lines().stream().mapToLong(Line::differenceNanos).sum())
          .isEqualTo(why.differenceNanos());
      assertAddsUp(why.chains());
    }
  }

  private static long mean(RequestWindow window, Why why) {
    return (long)
        window.requests().stream()
            .filter(Request::isWhole)
            .mapToLong(Request::durationNanos)
            .filter(why.thresholds()::isSlow)
            .average()
            .orElseThrow();
  }

  private static void assertAddsUp(Chain chain) {
    if (!chain.branches().isEmpty()) {
      assertThat(chain.branches().stream().mapToLong(Chain::nanos).sum()).isEqualTo(chain.nanos());
    }
    chain.branches().forEach(WhyLawsTest::assertAddsUp);
  }

  /** No task is blamed for a time in which it did not exist, nor for what it did not do. */
  private static void assertWasSo(Task task, Activity activity, long start, long end) {
    assertThat(start).isGreaterThanOrEqualTo(task.spawnedNanos());
    assertThat(end).isLessThanOrEqualTo(task.endNanos()).isGreaterThan(start);
    var places = new Places();
    assertThat(task.slices())
        .anyMatch(
            slice ->
                slice.startNanos() <= start
                    && end <= slice.endNanos()
                    && Activity.of(slice, places).what() == activity.what());
  }

  @Property(tries = 5_000)
  void timeOfARequest_isOfItsOwnTask(@ForAll long seed) {
    Recording recording = RandomRecording.of(seed);
    for (Request request : RequestWindow.of(recording).requests()) {
      Task task = request.root().task().orElseThrow();
      assertThat(request.startNanos()).isGreaterThanOrEqualTo(task.spawnedNanos());
      assertThat(request.endNanos()).isLessThanOrEqualTo(task.endNanos());
      assertThat(request.durationNanos()).isNotNegative();
    }
  }
}
