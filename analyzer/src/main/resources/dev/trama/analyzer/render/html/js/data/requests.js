// Requests and their parts in memory; PageRequests.java is the other half.

import {unsign} from './decode.js';

/** Bits of requests.flags. */
export const REQUEST = {notBegun: 1, notEnded: 2, mayBeSeveral: 4};

/**
 * In order of time. A part on a thread that is not a task has part.thread, one more than the
 * thread's number.
 */
export function readRequests(column, tick) {
  const start = column('request.start', Float64Array);
  const end = column('request.length', Float64Array);
  const counts = column('request.parts');
  const first = new Int32Array(counts.length + 1);
  const partStart = column('part.start', Float64Array);
  const partEnd = column('part.length', Float64Array);
  for (let q = 0; q < counts.length; q++) {
    start[q] = unsign(start[q]) * tick + (q > 0 ? start[q - 1] : 0);
    end[q] = start[q] + end[q] * tick;
    first[q + 1] = first[q] + counts[q];
    for (let p = first[q]; p < first[q + 1]; p++) {
      partStart[p] = start[q] + unsign(partStart[p]) * tick;
      partEnd[p] = partStart[p] + partEnd[p] * tick;
    }
  }
  return {
    count: counts.length,
    start,
    end,
    first,
    name: column('request.name'),
    id: column('request.id'),
    number: column('request.number'),
    flags: column('request.flags', Uint8Array),
    parts: {
      task: column('part.task'),
      thread: column('part.thread'),
      start: partStart,
      end: partEnd,
    },
  };
}

export function requestName(r, q) {
  return r.strings[r.requests.name[q]];
}

/** What names it in this recording: its context's id, or '#93', '#93.2'. */
export function requestKey(r, q) {
  const {id, number, first, parts} = r.requests;
  if (id[q] > 0) return r.strings[id[q]];
  const task = `#${r.tasks.thread[parts.task[first[q]] - 1]}`;
  return number[q] === 0 ? task : `${task}.${number[q]}`;
}

/** The number of the request that has this key, or -1. */
export function requestByKey(r, key) {
  r.byRequestKey ??= new Map(Array.from(r.requests.start, (_, q) => [requestKey(r, q), q]));
  return r.byRequestKey.get(key) ?? -1;
}

/** Seen from start to end, so that its duration is one. */
export function isWhole(r, q) {
  return (r.requests.flags[q] & (REQUEST.notBegun | REQUEST.notEnded)) === 0;
}

/** Whether its server goes on in the same task when the next request has already arrived. */
export function mayBeSeveral(r, q) {
  return (r.requests.flags[q] & REQUEST.mayBeSeveral) !== 0;
}

/** The tasks that worked for it, each once, beginning with the one in which it began. */
export function tasksOf(r, q) {
  const {first, parts} = r.requests;
  const tasks = new Set();
  for (let p = first[q]; p < first[q + 1]; p++) if (parts.task[p] > 0) tasks.add(parts.task[p] - 1);
  return tasks;
}
