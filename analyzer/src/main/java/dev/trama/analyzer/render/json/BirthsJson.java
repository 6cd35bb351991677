package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trama.analyzer.analyse.births.Birth;
import dev.trama.analyzer.analyse.births.BirthTree;
import dev.trama.analyzer.analyse.births.Fork;
import dev.trama.analyzer.analyse.births.Scope;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import java.util.List;

/** Which task started which, as JSON. */
public final class BirthsJson {
  private BirthsJson() {}

  public static String text(Recording recording, BirthTree births) {
    var root = Json.object();
    root.set("recording", Json.recording(recording.info()));
    add(root.putArray("births"), births.roots());
    var scopes = root.putArray("scopes");
    births.scopes().forEach(scope -> add(scopes, recording, scope));
    return Json.text(root);
  }

  private static void add(ArrayNode into, List<Birth> births) {
    for (Birth birth : births) {
      var node = into.addObject();
      node.put("who", birth.key().who());
      node.put("at", birth.key().site());
      node.put("container", Constants.word(birth.key().container()));
      node.put("tasks", birth.count());
      node.put("alive", birth.alive());
      node.put("cancelled", birth.cancelled());
      node.put("recursive", birth.isRecursive());
      var lives = node.putObject("lives");
      Json.quantiles(lives, birth.lives());
      add(node.putArray("children"), birth.children());
    }
  }

  private static void add(ArrayNode into, Recording recording, Scope scope) {
    var node = into.addObject();
    node.put("owner", recording.threadName(scope.owner()));
    node.put("ownerId", scope.owner());
    node.put("durationNanos", scope.durationNanos());
    node.put("joinNanos", scope.join().map(Await::durationNanos).orElse(0L));
    node.put(
        "at",
        scope.join().flatMap(join -> join.stack().suspensionPoint()).map(Frame::site).orElse(""));
    var forks = node.putArray("forks");
    for (Fork fork : scope.forks()) {
      forks
          .addObject()
          .put("task", recording.threadName(fork.task().id()))
          .put("taskId", fork.task().id())
          .put("durationNanos", fork.durationNanos())
          .put("outcome", Constants.word(fork.outcome()))
          .put("waitedFor", scope.waitedFor().filter(fork.task()::equals).isPresent());
    }
  }
}
