// Where in a task's life the recording says nothing, and finding awaits in it.

import {TASK} from './recording.js';

/** A task that began before the recording did something until its first await, but what? */
export function unknownUntil(r, t) {
  if ((r.tasks.flags[t] & TASK.startUnknown) === 0) return r.tasks.start[t];
  const first = r.tasks.first[t];
  return first === r.tasks.first[t + 1] ? r.tasks.end[t] : r.awaits.begin[first];
}

/** The first number in [low, high) whose value is above the limit; high when there is none. */
export function firstAbove(values, low, high, limit) {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Task numbers by entry method, the group with most awaiting first. */
export function groups(r) {
  const byEntry = new Map();
  for (let t = 0; t < r.tasks.count; t++) {
    const entry = r.tasks.entry[t];
    if (!byEntry.has(entry)) byEntry.set(entry, []);
    byEntry.get(entry).push(t);
  }
  const waited = (tasks) =>
    tasks.reduce(
      (sum, t) => sum + r.awaits.waited[r.tasks.first[t + 1]] - r.awaits.waited[r.tasks.first[t]],
      0,
    );
  return [...byEntry.entries()]
    .map(([entry, tasks]) => ({entry, name: r.strings[entry], tasks, waited: waited(tasks)}))
    .sort((a, b) => b.waited - a.waited);
}
