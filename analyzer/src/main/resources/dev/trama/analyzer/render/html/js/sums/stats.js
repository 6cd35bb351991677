// Percentiles and wakers of some awaits.

import {WAKER, wakerFamily, wakerTitle} from '../data/names.js';
import {count} from '../data/format.js';

/** The value that this share of the sorted values does not exceed: a percentile. */
export function at(sorted, share) {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/** Until the task ran again. A folded entry has its awaits' average. */
export function lengthOf(r, i) {
  return (r.awaits.end[i] - r.awaits.begin[i] - r.awaits.inner[i]) / r.awaits.folded[i];
}

/** Their lengths, sorted. */
export function lengths(r, awaits) {
  return Float64Array.from(awaits, (i) => lengthOf(r, i)).sort();
}

/** Waker -> how many awaits it ended. */
export function wakersOf(r, awaits) {
  const wakers = new Map();
  for (const i of awaits) addWaker(r, wakers, i);
  return wakers;
}

export function addWaker(r, wakers, i) {
  const waker = r.awaits.waker[i];
  wakers.set(waker, (wakers.get(waker) ?? 0) + r.awaits.folded[i]);
}

/**
 * [{name, count}], the most frequent first. Threads of one name count as one, and so do numbered
 * threads: 'board-7' is of the family 'board-*'.
 */
export function wakerCounts(r, wakers) {
  const threads = [...wakers].filter(([waker]) => waker > WAKER.itself);
  const nameOf = threads.length === 1 ? wakerTitle : wakerFamily;
  const counts = new Map();
  for (const [waker, times] of threads) {
    const name = nameOf(r, waker);
    counts.set(name, (counts.get(name) ?? 0) + times);
  }
  if (wakers.has(WAKER.timer)) counts.set('timer', wakers.get(WAKER.timer));
  return [...counts]
    .map(([name, times]) => ({name, count: times}))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** 'master-1 ×30', 'SubPoller-* ×99, main ×2, 3 more'. */
export function wakerList(r, wakers, most = 2) {
  const counts = wakerCounts(r, wakers);
  const words = counts.slice(0, most).map((one) => `${one.name} ×${count(one.count)}`);
  return [...words, ...(counts.length > most ? [`${counts.length - most} more`] : [])].join(', ');
}

/** 'timer ×30', 'woken by master-1 ×30'; empty when unknown. */
export function wakerWords(r, wakers) {
  const list = wakerList(r, wakers);
  return list === '' || list.startsWith('timer') ? list : `woken by ${list}`;
}
