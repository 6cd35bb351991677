// What each carrier ran: the runs between awaits, and the pinned awaits that held it.

import {firstAbove, unknownUntil} from '../data/tasks.js';
import {FLAG} from '../data/recording.js';

/** Calls visit(carrier, task, begin, end, pinned) for each interval in which a task held a carrier. */
function eachRun(r, visit) {
  const {tasks, awaits} = r;
  for (let t = 0; t < tasks.count; t++) {
    const last = tasks.first[t + 1];
    let now = unknownUntil(r, t);
    for (let i = tasks.first[t]; i < last; i++) {
      const carrier = awaits.carrier[i] - 1;
      if (carrier >= 0 && awaits.begin[i] > now) visit(carrier, t, now, awaits.begin[i], 0);
      if (carrier >= 0 && awaits.flags[i] & FLAG.pinned)
        visit(carrier, t, awaits.begin[i], awaits.woken[i], 1);
      now = awaits.end[i];
    }
    const suspended = last > tasks.first[t] && awaits.flags[last - 1] & FLAG.stillSuspended;
    if (tasks.lastCarrier[t] > 0 && !suspended && tasks.end[t] > now)
      visit(tasks.lastCarrier[t] - 1, t, now, tasks.end[t], 0);
  }
}

/** Nearly sorted by buckets of time already; insertion puts the rest right. */
function sortLane(lane) {
  const {begin, end, task, pinned} = lane;
  for (let i = 1; i < begin.length; i++) {
    const [b, e, t, p] = [begin[i], end[i], task[i], pinned[i]];
    let j = i - 1;
    for (; j >= 0 && begin[j] > b; j--) {
      begin[j + 1] = begin[j];
      end[j + 1] = end[j];
      task[j + 1] = task[j];
      pinned[j + 1] = pinned[j];
    }
    begin[j + 1] = b;
    end[j + 1] = e;
    task[j + 1] = t;
    pinned[j + 1] = p;
  }
  lane.held = new Float64Array(begin.length + 1);
  for (let i = 0; i < begin.length; i++) lane.held[i + 1] = lane.held[i] + end[i] - begin[i];
  return lane;
}

/**
 * For each carrier its runs in order of time, in parallel arrays. A counting sort over buckets of
 * time, then insertion: a comparison sort of a million runs would take seconds.
 */
export function carrierLanes(r) {
  const buckets = 1 << 16;
  const scale = (buckets - 1) / Math.max(r.length, 1);
  const starts = r.carriers.map(() => new Int32Array(buckets + 1));
  eachRun(r, (carrier, t, begin) => starts[carrier][((begin * scale) | 0) + 1]++);
  const lanes = starts.map((counts) => {
    for (let i = 0; i < buckets; i++) counts[i + 1] += counts[i];
    const size = counts[buckets];
    return {
      begin: new Float64Array(size),
      end: new Float64Array(size),
      task: new Int32Array(size),
      pinned: new Uint8Array(size),
    };
  });
  eachRun(r, (carrier, t, begin, end, pinned) => {
    const place = starts[carrier][(begin * scale) | 0]++;
    const lane = lanes[carrier];
    lane.begin[place] = begin;
    lane.end[place] = end;
    lane.task[place] = t;
    lane.pinned[place] = pinned;
  });
  return lanes.map(sortLane);
}

/** What the carrier given up ran from `from` to `to`: [{task, nanos}] in order, and idle time. */
export function meanwhile(lane, from, to) {
  const ran = new Map();
  let idle = to - from;
  for (
    let i = firstAbove(lane.end, 0, lane.end.length, from);
    i < lane.begin.length && lane.begin[i] < to;
    i++
  ) {
    const nanos = Math.min(lane.end[i], to) - Math.max(lane.begin[i], from);
    ran.set(lane.task[i], (ran.get(lane.task[i]) ?? 0) + nanos);
    idle -= nanos;
  }
  return {ran: [...ran.entries()].map(([task, nanos]) => ({task, nanos})), idle: Math.max(0, idle)};
}
