// Requests by name; for one name its distribution and why the slow ones are slow; and one request.

import {h, replace} from '../ui/dom.js';
import {count, counted, duration} from '../data/format.js';
import {change, interval, state} from '../ui/state.js';
import {requestRows, timesOf} from '../sums/requests.js';
import {distribution, scale} from '../ui/distribution.js';
import {goTo, term} from '../ui/links.js';
import {stateBar} from './overview.js';
import {SEVERAL} from './requestParts.js';
import {requestNameView} from './requestName.js';
import {requestOneView} from './requestOne.js';

const NAMES_SHOWN = 200;
const CUT = 'Began before the recording, had not ended when it did, or ran into the next one';

function nameRow(r, row, axis, anyCut) {
  const open = {rname: row.name, request: ''};
  return h(
    'tr',
    {class: 'row', onclick: (event) => event.target.closest('a') || change(open)},
    h('td', {class: 'code'}, goTo(row.name, open)),
    h('td', {class: 'num'}, row.several ? '~' : '', count(row.list.length)),
    [row.p50, row.p90, row.p99, row.max].map((nanos) => h('td', {class: 'num'}, duration(nanos))),
    h('td', {class: 'spread'}, row.list.length > 0 ? distribution(row, axis) : ''),
    h('td', {class: 'num'}, duration(row.total)),
    h('td', {class: 'states'}, row.list.length > 0 ? stateBar(timesOf(r, row)) : ''),
    anyCut ? h('td', {class: 'num quiet'}, row.cut > 0 ? count(row.cut) : '') : null,
  );
}

function nameTable(r, rows) {
  const axis = scale(rows);
  const anyCut = rows.some((row) => row.cut > 0);
  return h(
    'table',
    {class: 'grid points requests'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {}, 'Request'),
        ['count', 'p50', 'p90', 'p99', 'max'].map((text) => h('th', {class: 'num'}, text)),
        h('th', {class: 'spread'}, 'p50 to p99, and max'),
        h('th', {class: 'num'}, 'total'),
        h('th', {}, 'states'),
        anyCut ? h('th', {class: 'num', title: CUT}, 'cut') : null,
      ),
    ),
    h(
      'tbody',
      {},
      rows.slice(0, NAMES_SHOWN).map((row) => nameRow(r, row, axis, anyCut)),
    ),
  );
}

function names(r, rows, search) {
  const wanted = search.value.toLowerCase();
  const found = rows.filter((row) => row.name.toLowerCase().includes(wanted));
  const more = found.length - NAMES_SHOWN;
  return [
    h(
      'div',
      {class: 'controls'},
      search,
      h('span', {class: 'quiet', role: 'status'}, counted(found.length, 'name')),
      term('request'),
    ),
    found.some((row) => row.several) ? h('p', {class: 'quiet'}, `~ ${SEVERAL}`) : null,
    found.length === 0 ? h('p', {class: 'quiet'}, 'No request.') : nameTable(r, found),
    more > 0 ? h('p', {class: 'quiet'}, `and ${counted(more, 'more name')}; search for them`) : null,
  ];
}

export function requestsView(app) {
  const body = h('div', {class: 'requests-view'});
  const search = h('input', {
    type: 'search',
    placeholder: 'Find requests by name …',
    'aria-label': 'Find requests',
    oninput: () => change({rq: search.value}, {lasting: false}),
  });
  let before = null;
  let known = {of: '', rows: []};
  /**
   * Kept while the interval stays the same, so that typing does not wait for the sums of all
   * requests.
   */
  const rows = (range) => {
    const of = JSON.stringify(range);
    if (known.of !== of) known = {of, rows: requestRows(app.r, range)};
    return known.rows;
  };
  const update = () => {
    const range = interval(app.r);
    const {rname = '', request = '', rq = ''} = state();
    const key = JSON.stringify([rname, request, rq, range]);
    if (key === before) return;
    before = key;
    const typing = document.activeElement === search;
    if (!typing) search.value = rq;
    replace(
      body,
      request !== ''
        ? requestOneView(app, request)
        : rname !== ''
          ? requestNameView(app, range, rows(range), rname)
          : names(app.r, rows(range), search),
    );
    if (typing) search.focus();
  };
  return {element: body, update};
}
