// Suspension points: awaits grouped by application frame and kind.

import {eachAwait} from './totals.js';
import {percent} from '../data/format.js';
import {pointPlace} from '../data/names.js';
import {FAMILIES} from '../data/palette.js';

const LIKELY = 2;

/** What awaits may be grouped by: for a site, numbers that are equal for what belongs together. */
export const GROUPINGS = {
  point: (r, site) => `${r.sites.point[site]} ${r.sites.kind[site]}`,
  kind: (r, site) => `${r.sites.kind[site]}`,
  awaitable: (r, site) => `${r.sites.awaitable[site]} ${r.sites.kind[site]}`,
};

/** Numbers the groups: of a site, which one it belongs to. */
export function pointIndex(r, grouping = GROUPINGS.point) {
  const rows = [];
  const known = new Map();
  const ofSite = Int32Array.from(r.sites.stack, (_, site) => {
    const key = grouping(r, site);
    if (!known.has(key)) {
      known.set(key, rows.length);
      rows.push({
        number: rows.length,
        point: r.sites.point[site],
        kind: r.sites.kind[site],
        awaitable: r.sites.awaitable[site],
        family: r.sites.family[site],
        sites: [],
      });
    }
    rows[known.get(key)].sites.push(site);
    return known.get(key);
  });
  return {rows, ofSite};
}

function at(sorted, share) {
  return sorted.length === 0
    ? 0
    : sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

function wakersOf(r, counts, row) {
  const tasks = [];
  let timer = 0;
  let unknown = 0;
  for (const [waker, times] of counts[row] ?? []) {
    if (waker === 0) unknown += times;
    else if (waker === 1) timer += times;
    else tasks.push([waker, times]);
  }
  return {timer, unknown, threads: tasks.sort((a, b) => b[1] - a[1])};
}

/** Count and time of each point met in the interval: what points() has, without its details. */
export function pointSums(r, index, interval) {
  const counts = new Float64Array(index.rows.length);
  const nanos = new Float64Array(index.rows.length);
  eachAwait(r, interval, (i, wait, ready) => {
    const row = index.ofSite[r.awaits.site[i]];
    counts[row] += r.awaits.folded[i];
    nanos[row] += wait + ready;
  });
  return index.rows
    .map((row) => ({...row, count: counts[row.number], nanos: nanos[row.number]}))
    .filter((row) => row.count > 0);
}

/**
 * One entry for each point met in the interval: counts and times as in totals.js, percentiles of the
 * awaits' whole lengths. An await lasts until the task runs again, so its ready time is in it. An entry that stands for several folded awaits weighs in the
 * percentiles as one of their average length.
 */
export function points(r, index, interval, tasks = null) {
  const size = index.rows.length;
  const counts = new Float64Array(size);
  const entries = new Int32Array(size + 1);
  const nanos = new Float64Array(size);
  const ready = new Float64Array(size);
  const met = [];
  const wakers = [];
  eachAwait(
    r,
    interval,
    (i, wait, readyNanos) => {
      const row = index.ofSite[r.awaits.site[i]];
      counts[row] += r.awaits.folded[i];
      entries[row + 1]++;
      nanos[row] += wait + readyNanos;
      ready[row] += readyNanos;
      met.push(i);
      const known = (wakers[row] ??= new Map());
      const waker = r.awaits.waker[i];
      known.set(waker, (known.get(waker) ?? 0) + r.awaits.folded[i]);
    },
    tasks,
  );
  for (let row = 0; row < size; row++) entries[row + 1] += entries[row];
  const lengths = new Float64Array(met.length);
  const members = new Int32Array(met.length);
  const next = entries.slice();
  for (const i of met) {
    const place = next[index.ofSite[r.awaits.site[i]]]++;
    lengths[place] = (r.awaits.end[i] - r.awaits.begin[i] - r.awaits.inner[i]) / r.awaits.folded[i];
    members[place] = i;
  }
  return index.rows
    .filter((row) => counts[row.number] > 0)
    .map((row) => {
      const n = row.number;
      const sorted = lengths.subarray(entries[n], entries[n + 1]).sort();
      return {
        ...row,
        count: counts[n],
        nanos: nanos[n],
        ready: ready[n],
        lengths: sorted,
        awaits: members.subarray(entries[n], entries[n + 1]),
        p50: at(sorted, 0.5),
        p99: at(sorted, 0.99),
        max: at(sorted, 1),
        wakers: wakersOf(r, wakers, n),
      };
    });
}

/**
 * Where awaits without a stack may have been: the places of those of the same kind that have one,
 * the most frequent first. '' for others.
 */
export function likelyPlaces(r, rows, row) {
  if (row.point !== 0) return '';
  const known = rows.filter((one) => one.kind === row.kind && one.point !== 0);
  const all = known.reduce((sum, one) => sum + one.count, 0);
  const places = known
    .sort((a, b) => b.count - a.count)
    .slice(0, LIKELY)
    .map((one) => `${pointPlace(r, one.point)} ${percent(one.count, all)}`);
  return all === 0 ? '' : `others of this kind: ${places.join(', ')}`;
}

/** How a point is called in the URL: the same in another recording of the same program. */
export function pointKey(r, row) {
  const frame = row.point - 1;
  const where = frame < 0 ? '?' : `${r.strings[r.frames.label[frame]]}:${r.frames.line[frame]}`;
  return `${where} ${r.kinds[row.kind].name}`;
}

export function familyOf(row) {
  return FAMILIES[row.family];
}

/** Counts of lengths in logarithmic steps, four to a factor of ten. */
export function histogram(lengths) {
  const step = (nanos) => Math.floor(Math.log10(Math.max(nanos, 1)) * 4);
  if (lengths.length === 0) return [];
  const lowest = step(lengths[0]);
  const bars = Array.from({length: step(lengths[lengths.length - 1]) - lowest + 1}, (_, i) => ({
    from: 10 ** ((lowest + i) / 4),
    to: 10 ** ((lowest + i + 1) / 4),
    count: 0,
  }));
  for (const nanos of lengths) bars[step(nanos) - lowest].count++;
  return bars;
}
