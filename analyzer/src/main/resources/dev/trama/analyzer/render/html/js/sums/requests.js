// Requests by name over an interval, and what a request did with its time.

import {FAMILIES, READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {FLAG} from '../data/recording.js';
import {firstAbove, unknownUntil} from '../data/tasks.js';
import {isWhole, mayBeSeveral, requestName} from '../data/requests.js';
import {kindName} from '../data/names.js';
import {at} from './stats.js';

/** Calls visit(family, site or -1, nanos) for what a task did between two instants, in order. */
function eachStretch(r, t, from, to, visit) {
  const {tasks, awaits, sites} = r;
  const put = (family, site, begin, end) => {
    const nanos = Math.min(end, to) - Math.max(begin, from);
    if (nanos > 0) visit(family, site, nanos);
  };
  const first = tasks.first[t];
  const last = tasks.first[t + 1];
  const known = unknownUntil(r, t);
  put(READY, -1, tasks.spawned[t], tasks.start[t]);
  put(UNKNOWN, -1, tasks.start[t], known);
  let i = firstAbove(awaits.end, first, last, from);
  let now = i > first ? awaits.end[i - 1] : known;
  for (; i < last && now < to; i++) {
    const site = awaits.site[i];
    const ran = awaits.end[i] - awaits.inner[i];
    put(RUNNING, -1, now, awaits.begin[i]);
    put(sites.family[site], site, awaits.begin[i], awaits.woken[i]);
    put(READY, -1, awaits.woken[i], ran);
    put(RUNNING, -1, ran, awaits.end[i]);
    now = awaits.end[i];
  }
  const suspended = last > first && awaits.flags[last - 1] & FLAG.stillSuspended;
  if (i === last && !suspended) put(RUNNING, -1, now, tasks.end[t]);
}

/**
 * What these requests did with their time: {nanos, by}, nanos by family for a bar, by the label of
 * a state or kind of await, as RequestTime.java has it.
 */
export function requestTimes(r, list) {
  const {start, end, first, parts} = r.requests;
  const nanos = new Float64Array(FAMILIES.length);
  const by = new Map();
  const put = (family, label, time) => {
    nanos[family] += time;
    const known = by.get(label) ?? {label, family, nanos: 0, count: 0};
    known.nanos += time;
    known.count++;
    by.set(label, known);
  };
  for (const q of list) {
    let told = 0;
    const t = parts.task[first[q]] - 1;
    if (t >= 0) {
      eachStretch(r, t, start[q], end[q], (family, site, time) => {
        told += time;
        put(family, site < 0 ? FAMILIES[family].id : kindName(r, site), time);
      });
    }
    if (told < end[q] - start[q]) put(UNKNOWN, 'unknown', end[q] - start[q] - told);
  }
  return {nanos, by: [...by.values()].sort((a, b) => b.nanos - a.nanos)};
}

/** What the requests of one row did with their time, worked out when it is first asked for. */
export function timesOf(r, row) {
  row.times ??= requestTimes(r, row.list);
  return row.times;
}

/** The requests of each name that began in the interval; the name that took the most time first. */
export function requestRows(r, {from, to, whole}) {
  const {start, end} = r.requests;
  const groups = new Map();
  for (let q = 0; q < r.requests.count; q++) {
    if (!whole && (start[q] < from || start[q] >= to)) continue;
    const name = r.requests.name[q];
    if (!groups.has(name)) groups.set(name, {name: requestName(r, q), list: [], cut: 0, several: false});
    const group = groups.get(name);
    group.several ||= mayBeSeveral(r, q);
    if (isWhole(r, q)) group.list.push(q);
    else group.cut++;
  }
  return [...groups.values()]
    .map((group) => {
      const lengths = Float64Array.from(group.list, (q) => end[q] - start[q]).sort();
      return {
        ...group,
        lengths,
        total: lengths.reduce((a, b) => a + b, 0),
        p50: at(lengths, 0.5),
        p90: at(lengths, 0.9),
        p99: at(lengths, 0.99),
        max: at(lengths, 1),
        family: RUNNING,
        times: null,
      };
    })
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
