package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.List;
import java.util.Map;

/**
 * A recording, or a window of one, with its requests, for several analyses to look at.
 *
 * @param tasks by id
 */
public record RequestWindow(
    Recording recording,
    Map<Long, Task> tasks,
    List<Request> requests,
    PartIndex parts,
    Lifelines lifelines) {
  public static RequestWindow of(Recording recording) {
    Map<Long, Task> tasks = recording.tasksById();
    List<Request> requests = RequestFinder.of(recording, tasks);
    return new RequestWindow(recording, tasks, requests, new PartIndex(requests), new Lifelines());
  }
}
