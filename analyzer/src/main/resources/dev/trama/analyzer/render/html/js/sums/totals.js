// Sums over an interval. An await counts when it has ended and overlaps the interval; its time
// counts as far as it lies inside, whether it has ended or not.

import {FAMILIES, READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {CATEGORIES, FLAG} from '../data/recording.js';
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
      if (whole || (begin[i] >= from && end[i] <= to)) {
        visit(i, wait, ready);
      } else if (end[i] > from && begin[i] < to) {
        if (r.awaits.folded[i] > 1) {
          const share = inside(begin[i], end[i], from, to) / (end[i] - begin[i]);
          visit(i, wait * share, ready * share);
        } else {
          visit(i, inside(begin[i], woken[i], from, to), inside(woken[i], end[i], from, to));
        }
      }
    }
  }
}

/** Whether the await had ended when the recording did: only then does it count as an await. */
export function hasEnded(r, i) {
  return (r.awaits.flags[i] & FLAG.stillSuspended) === 0;
}

function inside(begin, end, from, to) {
  return Math.max(0, Math.min(end, to) - Math.max(begin, from));
}

function nothing() {
  return {
    nanos: new Float64Array(FAMILIES.length),
    counts: new Float64Array(FAMILIES.length),
    categories: new Float64Array(CATEGORIES.length),
    tasks: 0,
    awaits: 0,
  };
}

/** Time in each state, and counts, over the interval: of all tasks or of some. */
export function totals(r, interval, tasks = null) {
  const sum = nothing();
  const {nanos, counts, categories} = sum;
  const [from, to] = interval.whole ? [-Infinity, Infinity] : [interval.from, interval.to];
  for (const t of tasks ?? r.tasks.start.keys()) {
    if (r.tasks.end[t] < from || r.tasks.spawned[t] > to) continue;
    sum.tasks++;
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
      const site = r.awaits.site[i];
      const family = r.sites.family[site];
      nanos[family] += wait;
      categories[r.sites.category[site]] += wait;
      nanos[READY] += ready;
      nanos[RUNNING] -= wait + ready;
      if (!hasEnded(r, i)) return;
      counts[family] += r.awaits.folded[i];
      sum.awaits += r.awaits.folded[i];
    },
    tasks,
  );
  nanos[RUNNING] = Math.max(0, nanos[RUNNING]);
  return sum;
}

/** The sum of several results of totals. */
export function together(sums) {
  const all = nothing();
  for (const sum of sums) {
    for (const column of ['nanos', 'counts', 'categories'])
      sum[column].forEach((value, i) => (all[column][i] += value));
    all.tasks += sum.tasks;
    all.awaits += sum.awaits;
  }
  return all;
}

/** A result of totals by the states that the text output distinguishes. */
export function states({nanos}) {
  const states = {running: 0, awaiting: 0, pinned: 0, ready: 0, unknown: 0};
  nanos.forEach((time, family) => {
    const {id} = FAMILIES[family];
    states[id in states ? id : 'awaiting'] += time;
  });
  return states;
}

/** {bound, words, meaning}: what limits these tasks, by the table that BoundRule.java holds. */
export function boundOf(r, sum) {
  const part = {
    running: sum.nanos[RUNNING],
    ready: sum.nanos[READY],
    unknown: sum.nanos[UNKNOWN],
    ...Object.fromEntries(CATEGORIES.map((category, i) => [category, sum.categories[i]])),
  };
  const all = Object.values(part).reduce((a, b) => a + b, 0);
  let largest = r.header.bounds.find((rule) => rule.bound === 'unknown');
  let most = 0;
  for (const rule of r.header.bounds) {
    const nanos = rule.parts.reduce((a, name) => a + part[name], 0);
    if (rule.moreThanOneIn > 0 && nanos * rule.moreThanOneIn > all) return rule;
    if (rule.moreThanOneIn === 0 && nanos > most) {
      most = nanos;
      largest = rule;
    }
  }
  return largest;
}
