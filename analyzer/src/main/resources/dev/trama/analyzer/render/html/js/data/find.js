// Finding tasks by what the URL says of them.

/** The number of the task with this Java thread id, or -1. */
export function taskByThread(r, thread) {
  r.byThread ??= new Map(Array.from(r.tasks.thread, (id, t) => [id, t]));
  return r.byThread.get(thread) ?? -1;
}
