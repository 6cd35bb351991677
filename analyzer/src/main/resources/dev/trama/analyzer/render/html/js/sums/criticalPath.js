// The critical path of a task: from its end back to its start, at every instant what it could not
// have gone on without. While it ran, that is itself; while it awaited another task, that is the
// task that woke it, from the instant it did so; while it awaited a timer, input, or someone whose
// name was not recorded, that is the await itself.

import {FLAG} from '../data/recording.js';
import {READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {firstAbove, unknownUntil} from '../data/tasks.js';
import {wakerTask} from '../data/names.js';

const MOST = 20_000;

/** The number of the last await that began before this instant, or -1. */
function lastBegun(r, t, time) {
  const {tasks, awaits} = r;
  const after = firstAbove(awaits.begin, tasks.first[t], tasks.first[t + 1], time - 1e-3);
  return after === tasks.first[t] ? -1 : after - 1;
}

/** One step back from `time` in task t: {segment, next: {t, time}}. */
function stepBack(r, t, time) {
  const {tasks, awaits, sites} = r;
  const segment = (family, begin, end, i = -1) => ({t, family, begin, end, await: i});
  const i = lastBegun(r, t, time);
  if (i < 0 || time > awaits.end[i]) {
    const floor = i < 0 ? tasks.start[t] : awaits.end[i];
    if (time > floor)
      return {
        segment: segment(i < 0 && time <= unknownUntil(r, t) ? UNKNOWN : RUNNING, floor, time),
        next: {t, time: floor},
      };
  }
  if (i < 0) {
    const parent = tasks.parent[t] - 1;
    const next = parent >= 0 && parent !== t ? {t: parent, time: tasks.spawned[t]} : null;
    return {segment: segment(READY, Math.min(tasks.spawned[t], time), time), next};
  }
  if (time > awaits.woken[i])
    return {segment: segment(READY, awaits.woken[i], time, i), next: {t, time: awaits.woken[i]}};
  const waker = wakerTask(awaits.waker[i]);
  const known = waker >= 0 && waker !== t && time === awaits.woken[i] && awaits.folded[i] === 1;
  if (known && !(awaits.flags[i] & FLAG.stillSuspended) && tasks.start[waker] < time) {
    return {segment: null, wake: i, next: {t: waker, time}};
  }
  return {
    segment: segment(sites.family[awaits.site[i]], awaits.begin[i], time, i),
    next: {t, time: awaits.begin[i]},
  };
}

/** The path's segments in order of time; cut where it became too long to show. */
export function criticalPath(r, task, until) {
  const segments = [];
  let at = {t: task, time: until};
  let wokeBy = -1;
  let hops = 0;
  while (at && segments.length < MOST && hops < 64) {
    const {segment, next, wake} = stepBack(r, at.t, at.time);
    if (wake !== undefined) {
      wokeBy = wake;
      hops++;
    } else {
      if (segment.end > segment.begin) {
        segments.push({...segment, woke: wokeBy});
        hops = 0;
      }
      wokeBy = -1;
      if (next && next.time === at.time && next.t === at.t) break;
    }
    at = next;
  }
  return {segments: segments.reverse(), cut: segments.length >= MOST};
}

/** The task that ended last: the path of the whole recording begins at its end. */
export function lastTask(r, until) {
  let last = -1;
  for (let t = 0; t < r.tasks.count; t++) {
    if (
      r.tasks.start[t] < until &&
      (last < 0 || Math.min(r.tasks.end[t], until) > Math.min(r.tasks.end[last], until))
    )
      last = t;
  }
  return last;
}
