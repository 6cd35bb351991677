// Sums over an interval. An await counts when it overlaps the interval; its time counts as far as
// it lies inside.

import {FAMILIES, PINNED, READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {unknownUntil} from '../data/tasks.js';

/** Calls visit(await, waiting, ready) for each await that overlaps the interval, of these tasks. */
export function eachAwait(r, {from, to, whole}, visit, tasks = null) {
  const {begin, woken, end, inner} = r.awaits;
  const some = tasks ?? r.tasks.start.keys();
  for (const t of some) {
    if (!whole && (r.tasks.end[t] <= from || r.tasks.start[t] >= to)) continue;
    const last = r.tasks.first[t + 1];
    for (let i = r.tasks.first[t]; i < last; i++) {
      const wait = woken[i] - begin[i];
      const ready = end[i] - woken[i] - inner[i];
      if (begin[i] >= from && end[i] <= to) {
        visit(i, wait, ready);
      } else if (end[i] > from && begin[i] < to) {
        const span = end[i] - begin[i];
        const inside = Math.min(end[i], to) - Math.max(begin[i], from);
        if (r.awaits.folded[i] > 1) visit(i, (wait * inside) / span, (ready * inside) / span);
        else
          visit(
            i,
            Math.max(0, Math.min(woken[i], to) - Math.max(begin[i], from)),
            Math.max(0, Math.min(end[i], to) - Math.max(woken[i], from)),
          );
      }
    }
  }
}

function inside(begin, end, from, to) {
  return Math.max(0, Math.min(end, to) - Math.max(begin, from));
}

/** Time in each state, and counts, over the interval: of all tasks or of some. */
export function totals(r, interval, tasks = null) {
  const nanos = new Float64Array(FAMILIES.length);
  const counts = new Float64Array(FAMILIES.length);
  const {from, to} = interval;
  let seen = 0;
  let awaits = 0;
  for (const t of tasks ?? r.tasks.start.keys()) {
    if (r.tasks.end[t] < from || r.tasks.spawned[t] > to) continue;
    seen++;
    nanos[RUNNING] += inside(r.tasks.start[t], r.tasks.end[t], from, to);
    const unknown = inside(r.tasks.start[t], unknownUntil(r, t), from, to);
    nanos[UNKNOWN] += unknown;
    nanos[RUNNING] -= unknown;
    nanos[READY] += inside(r.tasks.spawned[t], r.tasks.start[t], from, to);
  }
  eachAwait(
    r,
    interval,
    (i, wait, ready) => {
      const family = r.sites.family[r.awaits.site[i]];
      nanos[family] += wait;
      nanos[READY] += ready;
      nanos[RUNNING] -= wait + ready;
      counts[family] += r.awaits.folded[i];
      awaits += r.awaits.folded[i];
    },
    tasks,
  );
  nanos[RUNNING] = Math.max(0, nanos[RUNNING]);
  return {nanos, counts, tasks: seen, awaits};
}

/** The sum of several results of totals. */
export function together(sums) {
  const all = {
    nanos: new Float64Array(FAMILIES.length),
    counts: new Float64Array(FAMILIES.length),
    tasks: 0,
    awaits: 0,
  };
  for (const sum of sums) {
    sum.nanos.forEach((nanos, family) => (all.nanos[family] += nanos));
    sum.counts.forEach((count, family) => (all.counts[family] += count));
    all.tasks += sum.tasks;
    all.awaits += sum.awaits;
  }
  return all;
}

/** Awaiting time of a result of totals: everything but running, ready and unknown. */
export function awaiting(sum) {
  return sum.nanos.reduce(
    (all, nanos, family) =>
      family === RUNNING || family === READY || family === UNKNOWN ? all : all + nanos,
    0,
  );
}

const BOUND_BY = {
  io: 'IO-bound',
  lock: 'lock-bound',
  pool: 'pool-bound',
  signal: 'message-bound',
  task: 'task-bound',
  timer: 'timer-bound',
  pinned: 'pinned',
};

/**
 * What these tasks spend their lives on: running, queueing for a carrier, or awaiting, and then
 * mostly what. Empty when nothing stands out.
 */
export function bound(sum) {
  const all = sum.nanos.reduce((a, b) => a + b, 0);
  if (all === 0) return '';
  if (sum.nanos[RUNNING] / all > 0.5) return 'CPU-bound';
  if (sum.nanos[READY] / all > 0.3) return 'carrier-bound';
  const most = FAMILIES.reduce(
    (best, _, i) => (i !== RUNNING && i !== READY && sum.nanos[i] > sum.nanos[best] ? i : best),
    PINNED,
  );
  return awaiting(sum) / all > 0.5 ? (BOUND_BY[FAMILIES[most].id] ?? 'await-bound') : '';
}
