// Small drawings of how long awaits lasted.

import {h} from './dom.js';
import {FAMILIES} from '../data/palette.js';
import {count, duration} from '../data/format.js';
import {histogram} from '../sums/points.js';

/** The logarithmic axis that all rows share, so that bars can be compared. */
export function scale(rows) {
  const lowest = Math.log10(
    Math.max(
      1,
      rows.reduce((low, row) => Math.min(low, row.p50 || low), Infinity),
    ),
  );
  const highest = Math.log10(
    Math.max(
      10,
      rows.reduce((high, row) => Math.max(high, row.max), 1),
    ),
  );
  return (nanos) =>
    100 *
    Math.min(1, Math.max(0, (Math.log10(Math.max(nanos, 1)) - lowest) / (highest - lowest || 1)));
}

/** From p50 to p99 a bar, to max a line. */
export function distribution(row, place) {
  const [p50, p99, max] = [row.p50, row.p99, row.max].map(place);
  const words = `p50 ${duration(row.p50)}, p99 ${duration(row.p99)}, max ${duration(row.max)}; logarithmic`;
  return h(
    'div',
    {class: 'dist', role: 'img', 'aria-label': words, title: words},
    h('i', {class: 'whisker', style: {left: `${p50}%`, width: `${max - p50}%`}}),
    h('i', {
      class: 'box',
      style: {
        left: `${p50}%`,
        width: `max(3px, ${p99 - p50}%)`,
        'background-image': `var(--fill-${FAMILIES[row.family].id})`,
      },
    }),
  );
}

/** Bars of a histogram with logarithmic steps. */
export function histogramChart(row) {
  const bars = histogram(row.lengths);
  const most = bars.reduce((high, bar) => Math.max(high, bar.count), 1);
  const every = Math.ceil(bars.length / 6);
  return h(
    'div',
    {class: 'histogram'},
    bars.map((bar, i) => {
      const words = `${duration(bar.from)} to ${duration(bar.to)}: ${count(bar.count)}`;
      return h(
        'div',
        {title: words, role: 'img', 'aria-label': words},
        h('i', {
          style: {
            height: `${bar.count === 0 ? 0 : Math.max(1, (70 * bar.count) / most)}px`,
            'background-image': `var(--fill-${FAMILIES[row.family].id})`,
          },
        }),
        h('span', {}, i % every === 0 ? duration(bar.from) : ''),
      );
    }),
  );
}
