package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trama.analyzer.analyse.tasks.Totals;
import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.List;

/** Tasks as JSON: their coroutines as a tree, or their awaits in order. */
public final class TraceJson {
  private final Recording recording;

  public TraceJson(Recording recording) {
    this.recording = recording;
  }

  /**
   * @param timeline whether to write the awaits one by one instead of the tree
   */
  public String text(List<Task> tasks, boolean timeline) {
    var root = Json.object();
    root.set("recording", Json.recording(recording.info()));
    var array = root.putArray("tasks");
    tasks.forEach(task -> add(array, task, timeline));
    return Json.text(root);
  }

  void add(ArrayNode tasks, Task task, boolean timeline) {
    var node = tasks.addObject();
    describe(node, task);
    if (timeline) {
      awaits(node.putArray("awaits"), task);
    } else {
      tree(node.putArray("tree"), CallTree.of(List.of(task)).roots());
    }
  }

  private void describe(ObjectNode node, Task task) {
    long zero = recording.info().startNanos();
    node.put("id", task.id());
    node.put("name", task.name());
    node.put("entry", task.entryLabel());
    node.put(
        "spawnedBy",
        task.spawn().map(spawn -> recording.threadName(spawn.parent().id())).orElse(""));
    node.put("bornNanos", task.spawnedNanos() - zero);
    node.put("startNanos", task.startNanos() - zero);
    node.put("endNanos", task.endNanos() - zero);
    node.put("truncated", Constants.word(task.truncation()));
    Totals totals = Totals.of(task);
    node.putObject("totals")
        .put("runningNanos", totals.running())
        .put("awaitingNanos", totals.awaiting())
        .put("readyNanos", totals.ready())
        .put("pinnedNanos", totals.pinned())
        .put("unknownNanos", totals.unknown());
  }

  private void tree(ArrayNode array, List<CallTree.Node> nodes) {
    for (CallTree.Node node : nodes) {
      switch (node) {
        case CallTree.MethodNode c -> {
          var coroutine = array.addObject();
          coroutine.put("async", c.label());
          coroutine.put("calledAt", c.callSite());
          tree(coroutine.putArray("children"), c.children());
        }
        case CallTree.AwaitNode s -> {
          var await = array.addObject();
          await.put("await", s.kind().name());
          await.put("pinned", s.isPinned());
          await.put("at", s.site());
          Json.quantiles(await, s.durations());
          await.put("readyNanos", s.readyNanos());
          Json.wakers(await.putArray("wakers"), s.wakers().counts(recording::threadName));
        }
      }
    }
  }

  private void awaits(ArrayNode array, Task task) {
    for (int i = 0; i < task.awaits().size(); i++) {
      Await await = task.awaits().get(i);
      var node = array.addObject();
      node.put("kind", await.kind().jsonName());
      node.put("fineKind", await.fine().name());
      node.put("startNanos", await.startNanos() - recording.info().startNanos());
      node.put("durationNanos", await.durationNanos());
      node.put("readyNanos", await.readyNanos());
      node.put("at", await.stack().suspensionPoint().map(frame -> frame.site()).orElse(""));
      node.put("carrier", task.carrierBefore(i).name());
      node.put("waker", waker(await.waker()));
      node.put("ending", Constants.word(await.ending()));
    }
  }

  private String waker(Waker waker) {
    return switch (waker) {
      case Waker.ByThread(long id) -> recording.threadName(id);
      case Waker.Timer ignored -> "timer";
      case Waker.Itself ignored -> "itself";
      case Waker.Unknown ignored -> "";
    };
  }
}
