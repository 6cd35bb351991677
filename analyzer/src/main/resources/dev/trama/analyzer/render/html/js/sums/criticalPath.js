// The critical path of a task: from its end back to its start, at every instant whatever it needed
// to go on. CriticalPath.java has the same rules; a test compares the two.

import {FLAG, TASK} from '../data/recording.js';
import {FAMILIES, READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {firstAtLeast, unknownUntil} from '../data/tasks.js';
import {pointPlace, taskTitle, threadName, wakerTask} from '../data/names.js';

/** The run after await i, or before the first: {begin, end}; empty where there is none. */
function runAfter(r, t, i) {
  const {tasks, awaits} = r;
  const last = tasks.first[t + 1] - 1;
  const begin = i < tasks.first[t] ? tasks.start[t] : awaits.end[i];
  if (i < last) return {begin, end: awaits.begin[i + 1]};
  const suspended = i >= tasks.first[t] && awaits.flags[i] & FLAG.stillSuspended;
  return {begin, end: suspended ? begin : tasks.end[t]};
}

/** The slice of task t that `time` is the end of, or lies within: {state, begin, end, await}. */
function sliceBefore(r, t, time) {
  const {tasks, awaits} = r;
  const first = tasks.first[t];
  for (let i = firstAtLeast(awaits.begin, first, tasks.first[t + 1], time) - 1; i >= first; i--) {
    const run = runAfter(r, t, i);
    if (run.begin < time && run.end > run.begin) return {state: RUNNING, ...run, await: i};
    const [begin, woken, end] = [awaits.begin[i], awaits.woken[i], awaits.end[i]];
    if (woken < time && end > woken) return {state: READY, begin: woken, end, await: i};
    if (begin < time && woken > begin) {
      return {state: r.sites.family[awaits.site[i]], begin, end: woken, await: i};
    }
  }
  const run = runAfter(r, t, first - 1);
  const state = unknownUntil(r, t) > tasks.start[t] ? UNKNOWN : RUNNING;
  if (run.begin < time && run.end > run.begin) return {state, ...run, await: first - 1};
  const spawned = tasks.spawned[t];
  return spawned < time && run.begin > spawned
    ? {state: READY, begin: spawned, end: run.begin, await: -1}
    : null;
}

/** The site of the await that follows a run at once, or -1. */
function siteAfter(r, t, i) {
  const next = i + 1;
  const awaits = next < r.tasks.first[t + 1] && r.awaits.woken[next] > r.awaits.begin[next];
  return awaits ? r.awaits.site[next] : -1;
}

/** The task that ended the await at this instant, or -1. */
function wakerAt(r, i, time) {
  const waker = wakerTask(r.awaits.waker[i]);
  const {spawned, end} = r.tasks;
  const lived = waker >= 0 && spawned[waker] < Math.min(time, end[waker]);
  return lived && end[waker] > r.awaits.begin[i] ? waker : -1;
}

/** Where the path goes on before task t was spawned: {parent}, or {begins} where it ends. */
function beforeBirth(r, t, time) {
  const name = r.strings[r.tasks.parentName[t]];
  const title = taskTitle(r, t);
  if (name === '')
    return r.tasks.flags[t] & TASK.startUnknown
      ? {begins: `${title} began before the recording`}
      : {begins: `the thread that spawned ${title} was not recorded`};
  const parent = r.tasks.parent[t] - 1;
  return parent < 0 || time <= r.tasks.spawned[parent] || time > r.tasks.end[parent]
    ? {begins: `there ${name} spawned ${title}`}
    : {parent};
}

/**
 * The path of a task until an instant: {steps, begins}, its steps in order of time, and why it goes
 * back no further. A step: {t, state, begin, end, site, await, woke}; state is a family's number,
 * site what it awaited, or where it suspended after running, or -1; woke the await that it ended,
 * or -1.
 */
export function criticalPath(r, task, until) {
  const steps = [];
  let t = task;
  let now = until;
  let jumpedAt = Infinity;
  let woke = -1;
  for (;;) {
    const slice = sliceBefore(r, t, now);
    if (slice === null) {
      const {parent, begins} = beforeBirth(r, t, now);
      if (begins) return {steps: steps.reverse(), begins};
      t = parent;
      continue;
    }
    const {state, begin, end, await: i} = slice;
    const awaiting = state !== RUNNING && state !== READY && state !== UNKNOWN;
    const waker = awaiting && now >= end && now < jumpedAt ? wakerAt(r, i, now) : -1;
    // A task that is joined ends a moment before.
    const from = waker >= 0 ? Math.min(now, r.tasks.end[waker]) : begin;
    if (from < now) {
      const site = awaiting ? r.awaits.site[i] : state === RUNNING ? siteAfter(r, t, i) : -1;
      const ended = i < r.tasks.first[t] ? -1 : i;
      steps.push({t, state, begin: from, end: now, site, await: ended, woke});
      now = from;
      woke = -1;
    }
    if (waker >= 0) {
      jumpedAt = now;
      t = waker;
      woke = i;
    }
  }
}

/** 'running', 'awaiting queue take'. */
export function stepWhat(r, {state, site}) {
  if (state === RUNNING || state === READY || state === UNKNOWN) return FAMILIES[state].id;
  const {fine, top} = r.kinds[r.sites.kind[site]];
  return `${top === 'pinned' ? 'pinned' : 'awaiting'} ${fine}`;
}

/** Where it awaited, or where it suspended after running; '' for other steps. */
export function stepPlace(r, {site}) {
  if (site < 0) return '';
  return r.sites.frame[site] === 0 ? '(no stack taken)' : pointPlace(r, r.sites.frame[site]);
}

/** Whose step it is, ignoring digits in names. */
function stepFamily(r, {t}) {
  const unnamed = threadName(r, t) === '' && r.tasks.flags[t] & TASK.entryUnknown;
  return unnamed ? taskTitle(r, t) : r.strings[r.tasks.family[t]];
}

/** What the path consists of: [{family, what, place, nanos, count, longest}], longest first. */
export function pathSums(r, steps) {
  const sums = new Map();
  for (const step of steps) {
    const [family, what, place] = [stepFamily(r, step), stepWhat(r, step), stepPlace(r, step)];
    const key = `${family}\n${what}\n${place}`;
    const sum = sums.get(key) ?? {family, what, place, nanos: 0, count: 0, longest: step};
    sum.nanos += step.end - step.begin;
    sum.count++;
    if (step.end - step.begin > sum.longest.end - sum.longest.begin) sum.longest = step;
    sums.set(key, sum);
  }
  return [...sums.values()].sort((a, b) => b.nanos - a.nanos);
}

/** The task that ended last: the path of the whole recording begins at its end. */
export function lastTask(r, until) {
  const {tasks} = r;
  let last = -1;
  const end = (t) => Math.min(tasks.end[t], until);
  for (let t = 0; t < tasks.count; t++) {
    if (tasks.start[t] >= until && last >= 0) continue;
    const later = last < 0 ? 1 : end(t) - end(last);
    if (later > 0 || (later === 0 && tasks.thread[t] > tasks.thread[last])) last = t;
  }
  return last;
}
