package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.births.Birth;
import dev.trama.analyzer.analyse.births.BirthTree;
import dev.trama.analyzer.analyse.births.Fork;
import dev.trama.analyzer.analyse.births.Scope;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which task started which, as a tree; and the scopes, each with its forks. */
public final class BirthsText {
  private static final int FORKS = 12;

  private final Recording recording;
  private final Palette palette;
  private final int limit;

  /**
   * @param limit how many branches of one node, and how many scopes, to show
   */
  public BirthsText(Recording recording, Palette palette, int limit) {
    this.recording = recording;
    this.palette = palette;
    this.limit = limit;
  }

  public List<String> lines(BirthTree births) {
    if (births.roots().isEmpty()) {
      return List.of("No task was recorded.");
    }
    List<String> lines = new ArrayList<>();
    for (Birth root : births.roots()) {
      lines.add(palette.strong(name(root)) + numbers(root, ""));
      add(lines, root, "");
    }
    List<Scope> scopes = births.scopes();
    if (!scopes.isEmpty()) {
      lines.add("");
      lines.add(palette.strong(count(scopes.size(), "scope") + ", the longest first"));
      scopes.stream().limit(limit).forEach(scope -> addScope(lines, scope));
      rest(lines, scopes.size(), "");
    }
    return lines;
  }

  private void add(List<String> lines, Birth above, String indent) {
    List<Birth> children = above.children();
    int shown = Math.min(limit, children.size());
    for (int i = 0; i < shown; i++) {
      boolean last = i == children.size() - 1;
      Birth child = children.get(i);
      lines.add(
          indent + (last ? "└─ " : "├─ ") + name(child) + numbers(child, "(line not recorded)"));
      add(lines, child, indent + (last ? "   " : "│  "));
    }
    rest(lines, children.size(), indent);
  }

  private void rest(List<String> lines, int all, String indent) {
    if (limit < all) {
      lines.add(indent + "… " + (all - limit) + " more; --limit 0 shows all");
    }
  }

  private static String name(Birth birth) {
    return Plain.text(birth.key().who());
  }

  private static String numbers(Birth birth, String unknownSite) {
    if (birth.count() == 0) {
      return "";
    }
    var text = new StringBuilder(String.format(Locale.ROOT, "  ×%,d", birth.count()));
    text.append(
        switch (birth.key().container()) {
          case NONE -> "";
          case EXECUTOR -> "  in an executor";
          case SCOPE -> "  in a scope";
        });
    String site = birth.key().site().isEmpty() ? unknownSite : birth.key().site();
    text.append(site.isEmpty() ? "" : "  " + site);
    if (birth.lives().count() > 0) {
      text.append("  lived p50 ").append(Durations.text(birth.lives().p50()));
    }
    if (birth.cancelled() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d cancelled", birth.cancelled()));
    }
    if (birth.alive() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d not ended", birth.alive()));
    }
    return text.append(birth.isRecursive() ? ", some start others like them" : "").toString();
  }

  private void addScope(List<String> lines, Scope scope) {
    String join =
        scope
            .join()
            .map(
                await ->
                    ", awaited for "
                        + Durations.text(await.durationNanos())
                        + await
                            .stack()
                            .suspensionPoint()
                            .map(Frame::site)
                            .map(site -> " at " + site)
                            .orElse(""))
            .orElse("");
    lines.add(
        named(scope.owner())
            + "  "
            + count(scope.forks().size(), "fork")
            + " in "
            + Durations.text(scope.durationNanos())
            + join);
    List<Fork> shown = scope.forks().stream().limit(FORKS).toList();
    for (int i = 0; i < shown.size(); i++) {
      Fork fork = shown.get(i);
      boolean waitedFor = scope.waitedFor().filter(fork.task()::equals).isPresent();
      lines.add(
          (i == scope.forks().size() - 1 ? "└─ " : "├─ ")
              + named(fork.task().id())
              + "  "
              + Durations.text(fork.durationNanos())
              + switch (fork.outcome()) {
                case ENDED -> "";
                case CANCELLED -> "  cancelled";
                case ALIVE -> "  not ended";
              }
              + (waitedFor ? "  waited for" : ""));
    }
    if (shown.size() < scope.forks().size()) {
      lines.add("└─ … " + (scope.forks().size() - shown.size()) + " more; --json has them all");
    }
  }

  private String named(long id) {
    return Plain.text(recording.threadNameAndId(id));
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
