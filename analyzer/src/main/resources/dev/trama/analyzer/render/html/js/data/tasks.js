// Where in a task's life the recording says nothing, and finding awaits in it.

import {TASK} from './recording.js';

/** What a task that began before the recording did until its first await is unknown. */
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

/** The first number in [low, high) whose value is at least the limit; high when there is none. */
export function firstAtLeast(values, low, high, limit) {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The groups of tasks, with the numbers of their tasks, in the analysis's order. */
export function groups(r) {
  const all = r.header.groups.map((group) => ({...group, name: group.entry, tasks: []}));
  r.tasks.group.forEach((group, t) => all[group].tasks.push(t));
  return all;
}
