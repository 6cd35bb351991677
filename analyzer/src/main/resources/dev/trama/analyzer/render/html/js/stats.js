// Percentiles and wakers of some awaits.

import {wakerName} from './names.js';
import {count} from './format.js';

/** The value that this share of the sorted values does not exceed. */
export function at(sorted, share) {
  return sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/** Lengths until the task ran again, sorted. A folded entry counts once, with its average length. */
export function lengths(r, awaits) {
  return Float64Array.from(awaits, (i) => (r.awaits.end[i] - r.awaits.begin[i] - r.awaits.inner[i]) / r.awaits.folded[i]).sort();
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

/** 'timer', 'woken by master ×30', 'woken by 12 threads'; empty when unknown. */
export function wakerWords(r, awaits) {
  const known = wakers(r, awaits).filter(([waker]) => waker !== 0);
  if (known.length === 0) return '';
  if (known.length > 2) return `woken by ${count(known.length)} threads`;
  return known.map(([waker, times]) => (waker === 1 ? `timer ×${count(times)}` : `woken by ${wakerName(r, waker)} ×${count(times)}`)).join(', ');
}
