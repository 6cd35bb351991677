package dev.trama.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PipelinedWindowTest {
  @Test
  void nextIsRead_whileOneIsLookedAt() throws InterruptedException {
    var looking = new CountDownLatch(1);
    var nextBegun = new CountDownLatch(1);
    List<Integer> seen = new ArrayList<>();
    try (var windows =
        new PipelinedWindow(
            false,
            window -> {
              looking.countDown();
              awaitUninterruptibly(nextBegun);
              seen.add(window.tasks().size());
            })) {
      read(windows, 1);
      looking.await();
      windows.begin().accept(started(1));
      nextBegun.countDown(); // the first window cannot have been done with before
      windows.end(info());
    }
    assertThat(seen).containsExactly(1, 1);
  }

  @Test
  void windowsComeInOrder_andTheLastIsWaitedFor() {
    List<Integer> seen = new ArrayList<>();
    try (var windows = new PipelinedWindow(false, window -> seen.add(window.tasks().size()))) {
      for (int tasks = 0; tasks < 20; tasks++) {
        read(windows, tasks);
      }
    }
    assertThat(seen).hasSize(20).isSorted();
  }

  @Test
  void wakesAreNotHeld_butNameTheirThreads() {
    List<Recording> seen = new ArrayList<>();
    try (var windows = new PipelinedWindow(false, seen::add)) {
      var wake = new Wake(new ThreadRef(7, "waker", true), 1, 10, false, Stack.NONE);
      windows.begin().accept(new TraceEvent.Woke(wake));
      windows.end(info());
    }
    assertThat(seen.getFirst().wakes()).isEmpty();
    assertThat(seen.getFirst().threadName(7)).isEqualTo("waker");
  }

  @Test
  void whatGoesWrong_goesToTheReader() {
    assertThatThrownBy(
            () -> {
              try (var windows =
                  new PipelinedWindow(
                      false,
                      window -> {
                        throw new IllegalArgumentException("no such window");
                      })) {
                read(windows, 1);
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such window");
  }

  private static void read(PipelinedWindow windows, int tasks) {
    var sink = windows.begin();
    for (int id = 1; id <= tasks; id++) {
      sink.accept(started(id));
    }
    windows.end(info());
  }

  private static TraceEvent started(long id) {
    return new TraceEvent.Started(ThreadRef.task(id), id);
  }

  private static RecordingInfo info() {
    return new RecordingInfo(List.of("a.jfr"), 0, 100, 0, 1, "25", Source.AGENT, 0, List.of());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
