package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.model.LiveEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which threads are suspended and what the carriers run, as last reported. Without a new report the
 * one before stays the newest.
 */
final class LastLook {
  private List<LiveEvent.Waiting> waiting = List.of();
  private List<LiveEvent.WaitingTask> tasks = List.of();
  private List<LiveEvent.Running> running = List.of();
  private List<LiveEvent.Waiting> nextWaiting = new ArrayList<>();
  private List<LiveEvent.WaitingTask> nextTasks = new ArrayList<>();
  private List<LiveEvent.Running> nextRunning = new ArrayList<>();
  private long looks;

  void add(LiveEvent.Waiting event) {
    nextWaiting.add(event);
  }

  void add(LiveEvent.WaitingTask event) {
    nextTasks.add(event);
  }

  void add(LiveEvent.Running event) {
    nextRunning.add(event);
  }

  /** Makes the report since the last call the newest. */
  void take() {
    if (!nextWaiting.isEmpty()) {
      long last = nextWaiting.stream().mapToLong(LiveEvent.Waiting::look).max().orElseThrow();
      waiting =
          nextWaiting.stream()
              .filter(it -> it.look() == last && it.awaiting() + it.ready() > 0)
              .toList();
      tasks = nextTasks.stream().filter(it -> it.look() == last).toList();
      nextWaiting = new ArrayList<>();
      nextTasks = new ArrayList<>();
      looks++;
    }
    if (!nextRunning.isEmpty()) {
      Map<String, LiveEvent.Running> byCarrier = new HashMap<>();
      nextRunning.forEach(it -> byCarrier.put(it.carrier(), it));
      running = List.copyOf(byCarrier.values());
      nextRunning = new ArrayList<>();
    }
  }

  List<LiveEvent.Waiting> waiting() {
    return waiting;
  }

  List<LiveEvent.WaitingTask> tasks() {
    return tasks;
  }

  List<LiveEvent.Running> running() {
    return running;
  }

  /** How many there have been. */
  long count() {
    return looks;
  }
}
