package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.Task;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A recording, or a window of one that is too large to be held, with what several detectors need
 * from it, computed once.
 */
public final class Evidence {
  private final Recording recording;
  private final RecordingSpan whole;
  private final Supplier<Holds> holds;
  private final Supplier<LongMap<Task>> tasks;
  private final Map<Frame, String> labels = new ConcurrentHashMap<>();

  /** A recording that is held whole. */
  public Evidence(Recording recording) {
    this(recording, recording.info().span());
  }

  /**
   * A window: a recording that begins later, or ends earlier, than {@code whole}. Tasks that cross
   * its borders are truncated there.
   */
  public Evidence(Recording window, RecordingSpan whole) {
    this.recording = window;
    this.whole = whole;
    this.holds = once(() -> new Holds(window));
    this.tasks = once(() -> byId(window));
  }

  /** The part of the recording that is held. */
  public Recording recording() {
    return recording;
  }

  /** The span of the whole recording, whatever part is held. */
  public RecordingSpan whole() {
    return whole;
  }

  /** Whether the recording's end is held: only there is it certain that a task never went on. */
  public boolean isTheEnd() {
    return recording.info().lastChunkNanos() >= whole.lastChunkNanos();
  }

  Holds holds() {
    return holds.get();
  }

  Optional<Task> task(long id) {
    return Optional.ofNullable(tasks.get().get(id));
  }

  private static LongMap<Task> byId(Recording recording) {
    var byId = new LongMap<Task>();
    recording.tasks().forEach(task -> byId.put(task.id(), task));
    return byId;
  }

  /** {@link Task#entryLabel()}: tasks have few entries, and what those are called takes a while. */
  String entryLabel(Task task) {
    return task.entry().isEmpty()
        ? task.entryLabel()
        : labels.computeIfAbsent(task.entry().get(), Frame::label);
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    return new Supplier<>() {
      private T value;

      @Override
      public synchronized T get() { // detectors look at the same time
        if (value == null) {
          value = source.get();
        }
        return value;
      }
    };
  }
}
