// What the slow requests of a name do that its typical ones don't: the analysis's comparison.

import {h, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {familyOf} from '../data/recording.js';
import {count, duration} from '../data/format.js';
import {goTo, placeLink} from '../ui/links.js';
import {requestByKey} from '../data/requests.js';

const SHOWN = 12;

const HOW = {
  same: '',
  added: 'only the slow ones',
  missing: 'only the typical ones',
  'more-often': 'more often',
  longer: 'longer',
  'more-and-longer': 'more often and longer',
  less: 'less',
};

function signed(nanos) {
  return nanos > 0 ? `+${duration(nanos)}` : nanos < 0 ? `−${duration(-nanos)}` : '0';
}

function times(number) {
  return `×${Number.isInteger(number) || number >= 100 ? Math.round(number) : number.toFixed(1)}`;
}

function detail(line) {
  const words = HOW[line.how];
  if (line.how === 'added' || line.how === 'missing')
    return `${words}, ${times(Math.max(line.slowCount, line.typicalCount))}`;
  if (line.what === 'running') return words;
  const counts = `${times(line.slowCount)} instead of ${times(line.typicalCount)}`;
  return words === '' ? counts : `${words}, ${counts}`;
}

function example(r, line) {
  if (line.slowNanos === 0 || requestByKey(r, line.example) < 0) return '';
  return [
    goTo(line.example, {request: line.example}),
    h('span', {class: 'quiet'}, ` ${duration(line.exampleNanos)}`),
  ];
}

function row(app, line) {
  return h(
    'tr',
    {},
    h('td', {class: 'num strong'}, signed(line.slowNanos - line.typicalNanos)),
    h('td', {class: 'num'}, duration(line.slowNanos)),
    h('td', {class: 'num'}, duration(line.typicalNanos)),
    h('td', {class: 'nowrap'}, swatch(FAMILIES[familyOf(app.r, line)].id), ' ', line.label),
    h('td', {}, line.frame < 0 ? '' : placeLink(app, line.frame, line.route)),
    h('td', {class: 'quiet'}, detail(line)),
    h('td', {}, example(app.r, line)),
  );
}

function sumRow(words, slow, typical) {
  return h(
    'tr',
    {},
    h('td', {class: 'num strong'}, signed(slow - typical)),
    h('td', {class: 'num'}, duration(slow)),
    h('td', {class: 'num'}, duration(typical)),
    h('td', {colspan: '4'}, words),
  );
}

/** Its lines add up to the difference, which is in the last one. */
export function whyTable(app, why) {
  const scale = Math.max(why.slowNanos, why.typicalNanos);
  const shown = why.lines
    .filter((line) => Math.max(line.slowNanos, line.typicalNanos) >= 0.01 * scale)
    .slice(0, SHOWN);
  const sum = (key) => shown.reduce((all, line) => all + line[key], 0);
  const rest = [why.slowNanos - sum('slowNanos'), why.typicalNanos - sum('typicalNanos')];
  const headings = ['difference', 'slow', 'typical'];
  return h(
    'table',
    {class: 'grid why'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        headings.map((text) => h('th', {class: 'num'}, text)),
        ['they', 'at', '', 'most in'].map((text) => h('th', {}, text)),
      ),
    ),
    h(
      'tbody',
      {},
      shown.map((line) => row(app, line)),
      rest[0] !== 0 || rest[1] !== 0 ? sumRow('all the rest', rest[0], rest[1]) : null,
      sumRow(h('b', {}, 'in all'), why.slowNanos, why.typicalNanos),
    ),
  );
}

/** What is compared with what. */
export function whyWords(why) {
  const few = why.few
    ? ' So few are examples, not a measurement.'
    : '';
  if (why.typical === 0)
    return `None is typical: all of them took as long as the slow ones, so there is nothing to compare these with.${few}`;
  return `The slowest ${count(why.slow)} (${duration(why.slowFrom)} and more) compared with ${count(why.typical)} around the median; averages per request.${few}`;
}
