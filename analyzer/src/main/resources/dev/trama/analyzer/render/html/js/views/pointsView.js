// The table of suspension points.

import {h, replace, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {count, counted, duration} from '../data/format.js';
import {change, interval, state} from '../ui/state.js';
import {GROUPINGS, placeWords, pointIndex, points} from '../sums/points.js';
import {shortClass} from '../data/text.js';
import {frameType, pointName} from '../data/names.js';
import {wakerList} from '../sums/stats.js';
import {distribution, scale} from '../ui/distribution.js';
import {pointDetail} from './pointDetail.js';

const COLUMNS = [
  {id: 'point', label: 'Suspension point', value: (row) => row.name, text: true},
  {id: 'kind', label: 'kind', value: (row) => row.kindName, text: true},
  {id: 'count', label: 'count', value: (row) => row.count},
  {id: 'total', label: 'total', value: (row) => row.nanos},
  {id: 'p50', label: 'p50', value: (row) => row.p50},
  {id: 'p99', label: 'p99', value: (row) => row.p99},
  {id: 'max', label: 'max', value: (row) => row.max},
  {id: 'spread', label: '', value: (row) => row.p99},
  {id: 'ready', label: 'ready', value: (row) => row.ready},
  {id: 'wakers', label: 'woken by', value: (row) => row.wokenBy, text: true},
];

/** What a row is called, where it is, and its key in the URL. */
const TITLES = {
  point: (r, row, rows) => ({
    name: pointName(r, row.frame),
    place: placeWords(r, rows, row),
    type: row.frame === 0 ? '' : frameType(r, row.frame - 1),
    key: row.key,
  }),
  kind: (r, row) => {
    const name = r.kinds[row.kind].name;
    const points = new Set(row.sites.map((site) => r.sites.point[site])).size;
    return {name, place: `at ${counted(points, 'point')}`, type: name, key: `kind ${name}`};
  },
  awaitable: (r, row) => {
    const type = r.strings[row.awaitable];
    const name = type === '' ? 'no object known' : shortClass(type);
    return {name, place: '', type, key: `awaitable ${type} ${r.kinds[row.kind].name}`};
  },
};

function describe(r, rows, by) {
  return rows.map((row) => ({
    ...row,
    ...TITLES[by](r, row, rows),
    kindName: r.kinds[row.kind].name,
    wokenBy: wakerList(r, row.wakers),
    awaitables: [
      ...new Set(
        row.sites.map((site) => r.strings[r.sites.awaitable[site]]).filter((text) => text !== ''),
      ),
    ],
  }));
}

const HEADINGS = {point: 'Suspension point', kind: 'Kind of await', awaitable: 'Awaitable'};

const NOUNS = {point: 'suspension point', kind: 'kind', awaitable: 'awaitable'};

function grouping() {
  return state().by in TITLES ? state().by : 'point';
}

function groupingPicker() {
  const labels = {point: 'suspension point', kind: 'kind of await', awaitable: 'awaitable'};
  const select = h(
    'select',
    {onchange: () => change({by: select.value === 'point' ? '' : select.value, point: ''})},
    Object.entries(labels).map(([value, label]) => h('option', {value}, label)),
  );
  return {select, element: h('label', {class: 'quiet'}, 'Grouped by ', select)};
}

function matches(row, query) {
  const text = [row.type, row.name, row.place, row.kindName, row.wokenBy, ...row.awaitables]
    .join(' ')
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Numbers largest first, text from A; the other way round when flipped. */
function ascending(column, flip) {
  return Boolean(column.text) !== (flip === 'flip');
}

function sorted(rows, {sort = 'total', dir = ''}) {
  const column = COLUMNS.find((one) => one.id === sort) ?? COLUMNS[3];
  const sign = ascending(column, dir) ? 1 : -1;
  const order = column.text
    ? (a, b) => column.value(a).localeCompare(column.value(b))
    : (a, b) => column.value(a) - column.value(b);
  return rows.sort((a, b) => sign * order(a, b) || b.nanos - a.nanos);
}

function header() {
  const {sort = 'total', dir = ''} = state();
  return h(
    'thead',
    {},
    h(
      'tr',
      {},
      COLUMNS.map((column) => {
        if (column.id === 'spread') return h('th', {class: 'spread'}, 'p50 to p99, and max');
        const here = column.id === sort;
        const up = ascending(column, dir);
        const flip = () => change({sort: column.id, dir: here && dir === '' ? 'flip' : ''});
        return h(
          'th',
          {
            class: column.text ? '' : 'num',
            'aria-sort': here ? (up ? 'ascending' : 'descending') : 'none',
          },
          h(
            'button',
            {type: 'button', class: 'sort', onclick: flip},
            column.id === 'point' ? HEADINGS[grouping()] : column.label,
            here ? (up ? ' ▴' : ' ▾') : '',
          ),
        );
      }),
    ),
  );
}

function unended(row) {
  return row.unended > 0 ? `${count(row.unended)} not ended` : '';
}

function line(row, range, open) {
  const toggle = () => change({point: open ? '' : row.key});
  return h(
    'tr',
    {
      class: open ? 'row open' : 'row',
      onclick: (event) => event.target.closest('a, button') || toggle(),
    },
    h(
      'td',
      {class: 'code'},
      h(
        'button',
        {
          type: 'button',
          class: 'bare',
          'aria-expanded': String(open),
          title: row.type,
          onclick: toggle,
        },
        h('i', {class: 'twist'}),
        row.name,
      ),
      ' ',
      h('span', {class: 'place'}, row.place),
    ),
    h('td', {class: 'nowrap'}, swatch(FAMILIES[row.family].id), ' ', row.kindName),
    [
      count(row.count),
      duration(row.nanos),
      duration(row.p50),
      duration(row.p99),
      duration(row.max),
    ].map((text) => h('td', {class: 'num'}, text)),
    h('td', {class: 'spread'}, distribution(row, range)),
    h('td', {class: 'num'}, duration(row.ready)),
    h('td', {class: 'wokenby'}, [row.wokenBy, unended(row)].filter((text) => text).join(', ')),
  );
}

export function pointsView(app) {
  const search = h('input', {
    type: 'search',
    placeholder: 'Filter by method, kind, class, waker …',
    'aria-label': 'Filter suspension points',
    oninput: () => change({q: search.value}, {lasting: false}),
  });
  const told = h('span', {class: 'quiet', role: 'status'});
  const picker = groupingPicker();
  const table = h('table', {class: 'grid points'});
  let rows = [];
  let before = null;
  const update = () => {
    const range = interval(app.r);
    const by = grouping();
    picker.select.value = by;
    if (before !== `${by} ${range.from} ${range.to}`) {
      before = `${by} ${range.from} ${range.to}`;
      const index = by === 'point' ? app.index : pointIndex(app.r, GROUPINGS[by]);
      rows = describe(app.r, points(app.r, index, range), by);
    }
    const {q = '', point = ''} = state();
    if (document.activeElement !== search) search.value = q;
    const chosen = sorted(
      rows.filter((row) => q === '' || matches(row, q)),
      state(),
    );
    const axis = scale(rows);
    const focused = document.activeElement?.closest?.('.points button')?.textContent;
    replace(
      table,
      header(),
      h(
        'tbody',
        {},
        chosen.map((row) => {
          const open = row.key === point;
          return [
            line(row, axis, open),
            open
              ? h(
                  'tr',
                  {class: 'detail'},
                  h('td', {colspan: COLUMNS.length}, pointDetail(app, row, range)),
                )
              : null,
          ];
        }),
      ),
    );
    if (focused)
      [...table.querySelectorAll('button')]
        .find((one) => one.textContent === focused)
        ?.focus({preventScroll: true});
    told.textContent =
      chosen.length === rows.length
        ? counted(rows.length, NOUNS[by])
        : `${count(chosen.length)} of ${counted(rows.length, NOUNS[by])}`;
    table.querySelector('.open')?.scrollIntoView?.({block: 'nearest'});
  };
  return {
    element: h('div', {}, h('div', {class: 'controls'}, search, picker.element, told), table),
    update,
  };
}
