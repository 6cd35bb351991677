// What each carrier ran: the runs between awaits, and the pinned awaits that held it.

import {firstAbove, firstAtLeast, unknownUntil} from '../data/tasks.js';
import {FLAG} from '../data/recording.js';

/**
 * Calls visit(carrier, task, begin, end, pinned) for each interval in which a task held a carrier;
 * carrier is -1 when it is not known.
 */
function eachRun(r, visit) {
  const {tasks, awaits} = r;
  for (let t = 0; t < tasks.count; t++) {
    const last = tasks.first[t + 1];
    let now = unknownUntil(r, t);
    for (let i = tasks.first[t]; i < last; i++) {
      const carrier = awaits.carrier[i] - 1;
      if (awaits.begin[i] > now) visit(carrier, t, now, awaits.begin[i], 0);
      if (awaits.flags[i] & FLAG.pinned && awaits.woken[i] > awaits.begin[i])
        visit(carrier, t, awaits.begin[i], awaits.woken[i], 1);
      now = awaits.end[i];
    }
    const suspended = last > tasks.first[t] && awaits.flags[last - 1] & FLAG.stillSuspended;
    if (!suspended && tasks.end[t] > now)
      visit(tasks.lastCarrier[t] - 1, t, now, tasks.end[t], 0);
  }
}

/** The buckets have almost sorted it by time; insertion does the rest. */
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
 * For each carrier its runs in order of time, in parallel arrays; and the `unplaced`. A counting sort over buckets of
 * time, then insertion: a comparison sort of a million runs would take seconds.
 */
export function carrierLanes(r) {
  const buckets = 1 << 16;
  const scale = (buckets - 1) / Math.max(r.length, 1);
  const starts = r.carriers.map(() => new Int32Array(buckets + 1));
  const bucket = (begin) => Math.max(0, (begin * scale) | 0);
  const begins = [];
  const ends = [];
  eachRun(r, (carrier, t, begin, end) => {
    if (carrier >= 0) {
      starts[carrier][bucket(begin) + 1]++;
    } else {
      begins.push(begin);
      ends.push(end);
    }
  });
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
    if (carrier < 0) return;
    const place = starts[carrier][bucket(begin)]++;
    const lane = lanes[carrier];
    lane.begin[place] = begin;
    lane.end[place] = end;
    lane.task[place] = t;
    lane.pinned[place] = pinned;
  });
  lanes.forEach(sortLane);
  lanes.unplaced = {
    begins: Float64Array.from(begins).sort(),
    ends: Float64Array.from(ends).sort(),
  };
  return lanes;
}

/**
 * What the carrier given up ran from `from` to `to`: [{task, nanos}] in order, and what it did
 * after the last of them: 'busy' to the end, 'idle', or 'unknown', where a run whose carrier is not
 * known may have been on it.
 */
export function meanwhile(lanes, carrier, from, to) {
  const lane = lanes[carrier];
  const ran = new Map();
  let last = from;
  for (
    let i = firstAbove(lane.end, 0, lane.end.length, from);
    i < lane.begin.length && lane.begin[i] < to;
    i++
  ) {
    const end = Math.min(lane.end[i], to);
    const nanos = end - Math.max(lane.begin[i], from);
    if (nanos <= 0) continue;
    ran.set(lane.task[i], (ran.get(lane.task[i]) ?? 0) + nanos);
    last = Math.max(last, end);
  }
  const rest = last >= to ? 'busy' : isAnyBetween(lanes.unplaced, last, to) ? 'unknown' : 'idle';
  return {ran: [...ran].map(([task, nanos]) => ({task, nanos})), rest};
}

/** Whether more of them began before `to` than had ended by `from`. */
function isAnyBetween({begins, ends}, from, to) {
  return firstAtLeast(begins, 0, begins.length, to) > firstAbove(ends, 0, ends.length, from);
}
