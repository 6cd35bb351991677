// How many tasks were in each state, over time. Each interval adds its edges to a bin and the next,
// in proportion to where in the bin it falls; summed up once, the bins hold exact averages. One pass
// over the awaits, whatever the number of bins.

import {FAMILIES, READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {unknownUntil} from '../data/tasks.js';

class Bins {
  constructor(from, to, bins) {
    this.from = from;
    this.scale = bins / (to - from);
    this.bins = bins;
    this.edges = FAMILIES.map(() => new Float64Array(bins + 2));
  }

  edge(family, time, weight) {
    const x = Math.min(Math.max((time - this.from) * this.scale, 0), this.bins);
    const bin = x | 0;
    const rest = x - bin;
    this.edges[family][bin] += weight * (1 - rest);
    this.edges[family][bin + 1] += weight * rest;
  }

  add(family, begin, end, weight) {
    if (end <= begin) return;
    this.edge(family, begin, weight);
    this.edge(family, end, -weight);
  }

  sums() {
    return this.edges.map((edges) => {
      const sums = new Float64Array(this.bins);
      let sum = 0;
      for (let i = 0; i < this.bins; i++) sums[i] = sum += edges[i];
      return sums;
    });
  }
}

/** A task is in state Running while it is alive and neither awaits nor is ready. */
function addTask(r, bins, t, from, to) {
  const {tasks, awaits, sites} = r;
  bins.add(READY, tasks.spawned[t], tasks.start[t], 1);
  bins.add(RUNNING, tasks.start[t], tasks.end[t], 1);
  const unknown = unknownUntil(r, t);
  bins.add(RUNNING, tasks.start[t], unknown, -1);
  bins.add(UNKNOWN, tasks.start[t], unknown, 1);
  for (let i = tasks.first[t]; i < tasks.first[t + 1]; i++) {
    const end = awaits.end[i];
    if (end <= from) continue;
    const begin = awaits.begin[i];
    if (begin >= to) break;
    const family = sites.family[awaits.site[i]];
    const woken = awaits.woken[i];
    if (awaits.folded[i] === 1) {
      bins.add(family, begin, woken, 1);
      bins.add(READY, woken, end, 1);
      bins.add(RUNNING, begin, end, -1);
      continue;
    }
    const share = (woken - begin) / (end - begin);
    const rest = awaits.inner[i] / (end - begin);
    bins.add(family, begin, end, share);
    bins.add(READY, begin, end, 1 - share - rest);
    bins.add(RUNNING, begin, end, rest - 1);
  }
}

/** Average number of tasks in each state, by family, in equal bins of the interval. */
export function occupancy(r, from, to, count, tasks = null) {
  const bins = new Bins(from, to, count);
  const some = tasks ?? r.tasks.start.keys();
  for (const t of some) {
    if (r.tasks.end[t] > from && r.tasks.spawned[t] < to) addTask(r, bins, t, from, to);
  }
  return {from, to, count, by: bins.sums()};
}

/** Carriers in use: those of running tasks, and those that pinned awaits hold. */
export function parallelism(occupied, bin, pinned) {
  return Math.max(0, occupied.by[RUNNING][bin]) + Math.max(0, occupied.by[pinned][bin]);
}
