// The longest awaits of an interval.

import {eachAwait} from './totals.js';

const KEPT = 200;

/** Await numbers, the longest first, at most KEPT of them. */
export function longestAwaits(r, interval, tasks = null) {
  const length = (i) => r.awaits.end[i] - r.awaits.begin[i];
  let kept = [];
  let least = 0;
  eachAwait(
    r,
    interval,
    (i) => {
      if (r.awaits.folded[i] > 1 || length(i) <= least) return;
      kept.push(i);
      if (kept.length < KEPT * 8) return;
      kept = kept.sort((a, b) => length(b) - length(a)).slice(0, KEPT);
      least = length(kept[KEPT - 1]);
    },
    tasks,
  );
  return kept.sort((a, b) => length(b) - length(a)).slice(0, KEPT);
}
