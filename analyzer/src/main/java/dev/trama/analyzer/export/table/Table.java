package dev.trama.analyzer.export.table;

import static dev.trama.analyzer.export.table.Column.flag;
import static dev.trama.analyzer.export.table.Column.number;
import static dev.trama.analyzer.export.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tables and their columns: a contract, which docs/tables.md repeats. Every table begins with
 * {@code run_id} and has {@code service} and {@code day}, which are folders in a directory of
 * tables, as its last.
 */
public enum Table {
  TASKS(
      "A virtual thread.",
      number("task_id", "Java thread id"),
      text("name", "thread name; empty when it has none"),
      text(
          "entry",
          "the method it began in, or its name with * for numbers: equal for similar tasks"),
      number("parent_id", "thread that started it; 0 when not recorded"),
      number("start_nanos", "when it was started or first seen, since the epoch"),
      number("end_nanos", "when it ended or was last seen, since the epoch"),
      text("truncated", "which of its ends the recording lacks: none, start, end, both"),
      number("awaits", "how often it suspended"),
      number("running_nanos", "on a carrier"),
      number("ready_nanos", "able to run, without a carrier"),
      number("awaiting_nanos", "suspended, its carrier free"),
      number("pinned_nanos", "suspended, its carrier held"),
      number("unknown_nanos", "alive, but the recording does not say what it did")),
  AWAITS(
      "A suspension.",
      number("task_id", "of the task that suspended"),
      text("kind", "top-level kind: park, sleep, yield, monitor-enter, object-wait, pinned"),
      text("what", "what was awaited: socket read, queue take, lock"),
      number("start_nanos", "since the epoch"),
      number("duration_nanos", "until it ran again, the ready time included"),
      number("ready_nanos", "from being woken to running again; 0 when unknown"),
      number("timeout_nanos", "how long it may last; 0 without a limit"),
      text("awaitable", "class of the object awaited; empty when unknown"),
      number("awaitable_id", "its identity hash code; 0 when unknown"),
      text("ending", "woken, timed_out, interrupted, still_suspended"),
      text("waker", "thread, timer, itself or unknown"),
      number("waker_id", "the thread that woke it; 0 when none did"),
      text("stack_id", "row of stacks; empty when no stack was taken"),
      text("point_id", "row of points; empty for an await that had not ended")),
  STACKS(
      "A stack, once in each run.",
      text("stack_id", "hash of its frames: equal stacks have equal ids in every run"),
      number("depth", "how many frames there are"),
      flag("cut", "whether the recording cut it, so that the entry method is missing"),
      text("entry", "the method its task began in; empty when cut"),
      text("frames", "a frame a line, top first: class.method(File.java:12)")),
  BUCKETS(
      "The distribution of a point's durations: one bucket of it.",
      text("point_id", "row of points"),
      text("measure", "await or ready"),
      number("low_nanos", "the smallest duration in it"),
      number("high_nanos", "the largest duration in it; at most an eighth more than the smallest"),
      number("awaits", "how many are in it")),
  POINTS(
      "A suspension point: awaits of one kind at one line.",
      text("point_id", "hash of kind, what, method and site: equal in every run"),
      text("kind", "top-level kind"),
      text("what", "what was awaited"),
      text("category", "io, lock, pool, signal, task, timer, other"),
      text("method", "class and method as compiled; empty when no stack was taken"),
      text("site", "file and line; empty when no stack was taken"),
      number("awaits", "how many"),
      number("total_nanos", "their total duration"),
      number("p50_nanos", "half of them took at most this long"),
      number("p99_nanos", "99 of 100 took at most this long"),
      number("max_nanos", "the longest"),
      number("ready_nanos", "their total ready time"),
      number("ready_p99_nanos", "99 of 100 were ready for at most this long"),
      text("waker", "who ended most of them; empty when not recorded")),
  BIRTHS(
      "The start of a task by a thread.",
      number("parent_id", "the thread that started it"),
      text("parent", "its name"),
      number("task_id", "the task that was started"),
      number("at_nanos", "since the epoch"),
      text("container", "executor or scope it belongs to; empty when none"),
      text("stack_id", "row of stacks: where it was started")),
  FINDINGS(
      "A diagnosis.",
      text("finding", "which one: contended-lock, starved"),
      text("severity", "info, warning, error"),
      text("site", "where"),
      text("message", "one sentence with its figures"),
      number("weight_nanos", "how much time it cost, to compare those of one severity")),
  RUNS(
      "A recording of one instance of a service. Its row is written last.",
      text("instance", "which instance of the service"),
      text("version", "version of the service; empty when unknown"),
      text("file", "where the recording was read from"),
      number("file_bytes", "its size"),
      number("modified_millis", "when the file was last changed, since the epoch"),
      text("jdk", "version of the JVM that was recorded"),
      text("source", "agent, methodtrace or jfr: how much the recording can show"),
      number("start_nanos", "since the epoch"),
      number("duration_nanos", "of the recording"),
      number("tasks", "rows in tasks"),
      number("awaits", "rows in awaits that had ended"),
      number("await_nanos", "their total duration"),
      number("ready_nanos", "their total ready time"),
      number("seen", "suspensions that the agent saw since it started; 0 when it does not say"),
      number("lost", "those that it had to drop"),
      text("warnings", "problems of the file, one sentence each; empty when none")),
  ERRORS(
      "A recording that could not be read. Written only by trama-fleet.",
      text("file", "where it is"),
      number("file_bytes", "its size"),
      number("modified_millis", "when the file was last changed, since the epoch"),
      text("reason", "cause and remedy"));

  private final String row;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nothing changes
  private final List<Column> columns;

  Table(String row, Column... columns) {
    this.row = row;
    List<Column> all = new ArrayList<>();
    all.add(text("run_id", "hash of the service, the instance and the recording's bytes"));
    all.addAll(List.of(columns));
    this.columns = List.copyOf(all);
  }

  /** Its name in SQL, and that of its folder. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a row of it stands for. */
  public String row() {
    return row;
  }

  /** The columns of its files: all but {@link #folders()}. */
  public List<Column> columns() {
    return columns;
  }

  /** The columns that folders hold for the rows below them, the outermost first. */
  public static List<Column> folders() {
    return List.of(
        text("service", "the service that was recorded"),
        text("day", "day on which the recording began, in UTC: 2026-11-24"));
  }

  /** All columns that SQL sees. */
  public List<Column> allColumns() {
    List<Column> all = new ArrayList<>(columns);
    all.addAll(folders());
    return List.copyOf(all);
  }
}
