// The requests of one name: their distribution, and why the slow ones are slow.

import {h} from '../ui/dom.js';
import {count, counted, duration} from '../data/format.js';
import {change} from '../ui/state.js';
import {timesOf} from '../sums/requests.js';
import {requestKey} from '../data/requests.js';
import {histogramChart} from '../ui/distribution.js';
import {goTo} from '../ui/links.js';
import {RequestDots} from './requestDots.js';
import {SEVERAL, crumbs, timeTable} from './requestParts.js';
import {whyTable, whyWords} from './whyTable.js';
import {chainFlame} from './chainFlame.js';

const SLOWEST = 10;

function slowest(r, list) {
  const {start, end} = r.requests;
  const sorted = [...list].sort((a, b) => end[b] - start[b] - (end[a] - start[a]));
  return h(
    'ol',
    {class: 'plain slowest'},
    sorted.slice(0, SLOWEST).map((q) =>
      h(
        'li',
        {},
        h('span', {class: 'num'}, duration(end[q] - start[q])),
        ' ',
        goTo(requestKey(r, q), {request: requestKey(r, q)}),
      ),
    ),
  );
}

function comparison(app, why, whole) {
  if (!why)
    return h(
      'p',
      {class: 'quiet'},
      'Not compared here: a single request, or a name with little time; trama why --request shows it.',
    );
  const flame = chainFlame(app.r, why);
  return [
    h('p', {}, whyWords(why), whole ? '' : ' This covers the whole recording, whatever is selected.'),
    whyTable(app, why),
    flame
      ? [h('h3', {class: 'apart'}, 'What the tasks that the slow ones waited for were doing'), flame]
      : null,
  ];
}

/** `rows` are those of all names in the interval. */
export function requestNameView(app, range, rows, name) {
  const {r} = app;
  const row = rows.find((one) => one.name === name);
  if (!row)
    return [crumbs(name, ''), h('p', {class: 'quiet'}, 'No request of this name began here.')];
  const why = (r.header.why ?? []).find((one) => one.name === name);
  const dots = new RequestDots(r, row.list, range, why?.slowFrom ?? 0, (q) =>
    change({request: requestKey(r, q)}),
  );
  return [
    crumbs(name, ''),
    h('h2', {}, name),
    h(
      'p',
      {},
      `${counted(row.list.length, 'request')}, p50 ${duration(row.p50)}, p90 ${duration(row.p90)}, p99 ${duration(row.p99)}, max ${duration(row.max)}${row.cut > 0 ? `; ${count(row.cut)} more are not counted: begun before the recording, not over when it ended, or run into the next one` : ''}.`,
    ),
    row.several ? h('p', {class: 'careful'}, SEVERAL) : null,
    dots.element,
    h('h3', {class: 'apart'}, 'Why the slow ones are slow'),
    comparison(app, why, range.whole),
    h(
      'div',
      {class: 'columns'},
      h(
        'div',
        {},
        h('h3', {}, 'Slowest'),
        slowest(r, row.list),
        h('h3', {class: 'apart'}, 'How long they took'),
        histogramChart(row),
      ),
      h('div', {}, h('h3', {}, 'Where their time went'), timeTable(timesOf(r, row))),
    ),
  ];
}
