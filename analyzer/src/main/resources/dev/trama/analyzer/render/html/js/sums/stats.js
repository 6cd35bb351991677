// Percentiles and wakers of some awaits.

import {entryName, threadName, wakerName, wakerTask} from '../data/names.js';
import {count} from '../data/format.js';

/** The value that this share of the sorted values does not exceed. */
export function at(sorted, share) {
  return sorted.length === 0
    ? 0
    : sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/** Lengths until the task ran again, sorted. A folded entry counts once, with its average length. */
export function lengths(r, awaits) {
  return Float64Array.from(
    awaits,
    (i) => (r.awaits.end[i] - r.awaits.begin[i] - r.awaits.inner[i]) / r.awaits.folded[i],
  ).sort();
}

/** Waker -> how many awaits it ended, most first. */
export function wakers(r, awaits) {
  const counts = new Map();
  for (const i of awaits) {
    const waker = r.awaits.waker[i];
    counts.set(waker, (counts.get(waker) ?? 0) + r.awaits.folded[i]);
  }
  return [...counts.entries()].sort((a, b) => b[1] - a[1]);
}

/** Threads that come in numbers are one to the reader: 'board-7' is of the family 'board-*'. */
function family(r, waker) {
  const task = wakerTask(waker);
  const name = task < 0 ? r.threads[(waker - 3) / 2] : threadName(r, task);
  if (name === '') return entryName(r, task);
  return name.startsWith('#') ? 'unnamed threads' : name.replace(/\d+/g, '*');
}

/** 'master-1 ×30', 'SubPoller-* ×99, main ×2', 'timer ×4': by families, of [waker, count] pairs. */
export function wakerList(r, pairs, most = 2) {
  const sums = new Map();
  for (const [waker, times] of pairs) {
    if (waker === 0) continue;
    const key = waker === 1 ? 'timer' : family(r, waker);
    const sum = sums.get(key) ?? {key, times: 0, waker, single: true};
    sum.single &&= sum.waker === waker;
    sum.times += times;
    sums.set(key, sum);
  }
  const sorted = [...sums.values()].sort((a, b) => b.times - a.times);
  const words = sorted
    .slice(0, most)
    .map((sum) => `${sum.single ? wakerName(r, sum.waker) : sum.key} ×${count(sum.times)}`);
  return [...words, ...(sorted.length > most ? [`${sorted.length - most} more`] : [])].join(', ');
}

/** 'timer ×30', 'woken by master-1 ×30'; empty when unknown. */
export function wakerWords(r, awaits) {
  const list = wakerList(r, wakers(r, awaits));
  return list === '' || list.startsWith('timer') ? list : `woken by ${list}`;
}
