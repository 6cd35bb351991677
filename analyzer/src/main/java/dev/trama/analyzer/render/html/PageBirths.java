package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.births.Birth;
import dev.trama.analyzer.analyse.births.BirthTree;
import dev.trama.analyzer.analyse.births.Fork;
import dev.trama.analyzer.analyse.births.Scope;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import java.util.Map;

/** Which task started which, and the scopes, for the page's header. */
final class PageBirths {
  /** If there are more, the longest are kept; the page says how many there are. */
  private static final int SCOPES = 200;

  private final PageRecording page;

  PageBirths(PageRecording page) {
    this.page = page;
  }

  Map<String, Object> of(BirthTree births) {
    return Map.of(
        "roots",
        births.roots().stream().map(this::birth).toList(),
        "scopeCount",
        births.scopes().size(),
        "scopes",
        births.scopes().stream().limit(SCOPES).map(this::scope).toList());
  }

  private Map<String, Object> birth(Birth birth) {
    return Map.of(
        "who",
        birth.key().who(),
        "site",
        birth.key().site(),
        "container",
        Constants.word(birth.key().container()),
        "tasks",
        birth.count(),
        "alive",
        birth.alive(),
        "cancelled",
        birth.cancelled(),
        "recursive",
        birth.isRecursive(),
        "p50",
        birth.lives().p50(),
        "children",
        birth.children().stream().map(this::birth).toList());
  }

  private Map<String, Object> scope(Scope scope) {
    return Map.of(
        "owner",
        page.who(scope.owner()),
        "nanos",
        scope.durationNanos(),
        "join",
        scope.join().map(Await::durationNanos).orElse(0L),
        "site",
        scope.join().flatMap(join -> join.stack().suspensionPoint()).map(Frame::site).orElse(""),
        "forks",
        scope.forks().stream().map(fork -> fork(scope, fork)).toList());
  }

  private Map<String, Object> fork(Scope scope, Fork fork) {
    return Map.of(
        "who",
        page.who(fork.task().id()),
        "nanos",
        fork.durationNanos(),
        "outcome",
        Constants.word(fork.outcome()),
        "waitedFor",
        scope.waitedFor().filter(fork.task()::equals).isPresent());
  }
}
