// Suspension points: awaits grouped as the analysis groups them, or by kind, or by awaitable.

import {eachAwait, hasEnded} from './totals.js';
import {addWaker, at, lengthOf} from './stats.js';
import {framePlace, frameType, pointPlace} from '../data/names.js';

const LIKELY_SHOWN = 2;

/** What awaits may be grouped by: a function from a site to a value that is equal within a group. */
export const GROUPINGS = {
  point: (r, site) => r.sites.point[site],
  kind: (r, site) => r.sites.kind[site],
  awaitable: (r, site) => `${r.sites.awaitable[site]} ${r.sites.kind[site]}`,
};

/** Numbers the groups: the number of the group to which a site belongs. */
export function pointIndex(r, grouping = GROUPINGS.point) {
  const rows = [];
  const known = new Map();
  const keys = new Set();
  const ofSite = Int32Array.from(r.sites.stack, (_, site) => {
    const group = grouping(r, site);
    if (!known.has(group)) {
      known.set(group, rows.length);
      rows.push({
        number: rows.length,
        frame: r.sites.frame[site],
        kind: r.sites.kind[site],
        awaitable: r.sites.awaitable[site],
        family: r.sites.family[site],
        key: ownKey(r, site, keys),
        sites: [],
      });
    }
    rows[known.get(group)].sites.push(site);
    return known.get(group);
  });
  return {rows, ofSite};
}

/** The name of a point in the URL: the same in another recording of the same program. */
function ownKey(r, site, taken) {
  const frame = r.sites.frame[site] - 1;
  const where = frame < 0 ? '?' : `${r.strings[r.frames.label[frame]]}:${r.frames.line[frame]}`;
  const key = `${where} ${r.kinds[r.sites.kind[site]].name}`;
  let own = key;
  for (let i = 2; taken.has(own); i++) own = `${key} (${i})`;
  taken.add(own);
  return own;
}

/** Count and time of each point met in the interval: as points() has, without the details. */
export function pointSums(r, index, interval) {
  const size = index.rows.length;
  const counts = new Float64Array(size);
  const nanos = new Float64Array(size);
  const unended = new Int32Array(size);
  eachAwait(r, interval, (i, wait, ready) => {
    const row = index.ofSite[r.awaits.site[i]];
    if (!hasEnded(r, i)) {
      unended[row]++;
      return;
    }
    counts[row] += r.awaits.folded[i];
    nanos[row] += wait + ready;
  });
  return index.rows
    .map((row) => ({
      ...row,
      count: counts[row.number],
      nanos: nanos[row.number],
      unended: unended[row.number],
    }))
    .filter((row) => row.count > 0 || row.unended > 0);
}

/**
 * One entry for each point met in the interval: counts and times as in totals.js, percentiles of
 * the awaits' whole lengths. An await lasts until the task runs again, so its ready time is in it;
 * one that has not ended is only in `unended`. An entry that stands for several folded awaits
 * weighs in the percentiles as one of their average length.
 */
export function points(r, index, interval, tasks = null) {
  const size = index.rows.length;
  const counts = new Float64Array(size);
  const entries = new Int32Array(size + 1);
  const nanos = new Float64Array(size);
  const ready = new Float64Array(size);
  const unended = new Int32Array(size);
  const met = [];
  const wakers = [];
  eachAwait(
    r,
    interval,
    (i, wait, readyNanos) => {
      const row = index.ofSite[r.awaits.site[i]];
      if (!hasEnded(r, i)) {
        unended[row]++;
        return;
      }
      counts[row] += r.awaits.folded[i];
      entries[row + 1]++;
      nanos[row] += wait + readyNanos;
      ready[row] += readyNanos;
      met.push(i);
      addWaker(r, (wakers[row] ??= new Map()), i);
    },
    tasks,
  );
  for (let row = 0; row < size; row++) entries[row + 1] += entries[row];
  const lengths = new Float64Array(met.length);
  const members = new Int32Array(met.length);
  const next = entries.slice();
  for (const i of met) {
    const place = next[index.ofSite[r.awaits.site[i]]]++;
    lengths[place] = lengthOf(r, i);
    members[place] = i;
  }
  return index.rows
    .filter((row) => counts[row.number] > 0 || unended[row.number] > 0)
    .map((row) => {
      const n = row.number;
      const sorted = lengths.subarray(entries[n], entries[n + 1]).sort();
      return {
        ...row,
        count: counts[n],
        nanos: nanos[n],
        ready: ready[n],
        unended: unended[n],
        lengths: sorted,
        awaits: members.subarray(entries[n], entries[n + 1]),
        p50: at(sorted, 0.5),
        p99: at(sorted, 0.99),
        max: at(sorted, 1),
        wakers: wakers[n] ?? new Map(),
      };
    });
}

/**
 * Where awaits without a stack may have been, as in LikelySite.java: [{place, percent}] of those of
 * the same kind that have a stack, the most frequent first. Empty for others.
 */
export function likelySites(r, rows, row) {
  if (row.frame !== 0) return [];
  const known = rows.filter((one) => one.kind === row.kind && one.frame !== 0 && one.count > 0);
  const all = known.reduce((sum, one) => sum + one.count, 0);
  const place = (one) => framePlace(r, one.frame - 1);
  const method = (one) =>
    `${frameType(r, one.frame - 1)} ${r.strings[r.frames.label[one.frame - 1]]}`;
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return known
    .sort(
      (a, b) => b.count - a.count || order(place(a), place(b)) || order(method(a), method(b)),
    )
    .map((one) => ({place: place(one), percent: Math.round((one.count / all) * 100)}));
}

/** Its place; without a stack, where it may have been, in words. */
export function placeWords(r, rows, row) {
  const likely = likelySites(r, rows, row).slice(0, LIKELY_SHOWN);
  if (likely.length === 0) return pointPlace(r, row.frame);
  return `others of this kind: ${likely.map((one) => `${one.place} ${one.percent}%`).join(', ')}`;
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
