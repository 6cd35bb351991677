// What the views of requests have in common.

import {h, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {count, duration, percent} from '../data/format.js';
import {goTo} from '../ui/links.js';

/** A caution for requests whose server may have answered several in one task. */
export const SEVERAL =
  'When the next request has already arrived, the server goes on in the same task: what visibly starts over is cut, but a request that is left may still be several. Contexts tell them apart.';

/** Where the reader is, each step a link. */
export function crumbs(name, key) {
  return h(
    'p',
    {class: 'crumbs'},
    goTo('Requests', {rname: '', request: ''}),
    name === '' ? null : [' › ', goTo(name, {rname: name, request: ''})],
    key === '' ? null : [' › ', h('b', {}, key)],
  );
}

/** What requests did with their time, by state and kind of await. */
export function timeTable(times) {
  const all = times.by.reduce((sum, one) => sum + one.nanos, 0);
  return h(
    'table',
    {class: 'grid'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {}, 'It was'),
        ['time', 'share', 'times'].map((text) => h('th', {class: 'num'}, text)),
      ),
    ),
    h(
      'tbody',
      {},
      times.by.map((one) =>
        h(
          'tr',
          {},
          h('td', {}, swatch(FAMILIES[one.family].id), ' ', one.label),
          h('td', {class: 'num'}, duration(one.nanos)),
          h('td', {class: 'num'}, percent(one.nanos, all)),
          h('td', {class: 'num'}, count(one.count)),
        ),
      ),
    ),
  );
}
