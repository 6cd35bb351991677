package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.words.Glob;
import dev.trama.analyzer.model.Task;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code --task}: an id, or a glob over names and entry methods. */
final class TaskFilter implements Predicate<Task> {
  private final String wanted;
  private final Pattern glob;

  TaskFilter(String wanted) {
    this.wanted = wanted.startsWith("#") ? wanted.substring(1) : wanted;
    this.glob = Glob.compile(wanted);
  }

  @Override
  public boolean test(Task task) {
    return wanted.equals(Long.toString(task.id()))
        || glob.matcher(task.title()).matches()
        || glob.matcher(task.entryLabel()).matches();
  }

  List<Task> select(List<Task> tasks) {
    List<Task> selected = tasks.stream().filter(this).toList();
    if (selected.isEmpty()) {
      String some =
          tasks.isEmpty()
              ? "the recording holds no task"
              : "there are "
                  + String.join(
                      ", ", tasks.stream().map(Task::titleAndId).distinct().limit(3).toList())
                  + (tasks.size() > 3 ? ", …" : "");
      throw new UserError("no task is named '" + wanted + "'; " + some);
    }
    return selected;
  }
}
