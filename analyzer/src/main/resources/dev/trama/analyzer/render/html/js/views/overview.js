// The first view: the chart, the findings, where the time went, how complete the recording is.

import {h, replace, swatch} from '../ui/dom.js';
import {FAMILIES, READY, RUNNING} from '../data/palette.js';
import {boundOf, states, together, totals} from '../sums/totals.js';
import {count, duration, percent} from '../data/format.js';
import {interval} from '../ui/state.js';
import {groups} from '../data/tasks.js';
import {pointSums} from '../sums/points.js';
import {chart} from '../ui/chart.js';
import {findings} from './findings.js';
import {completeness} from './completeness.js';
import {goTo, pointLink, term} from '../ui/links.js';

function timeTable(sum) {
  const all = sum.nanos.reduce((a, b) => a + b, 0);
  const rows = FAMILIES.map((family, i) => ({
    family,
    nanos: sum.nanos[i],
    count: sum.counts[i],
    i,
  })).filter((row) => row.nanos > 0 || row.count > 0);
  return h(
    'table',
    {class: 'grid'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {}, 'Tasks were'),
        h('th', {class: 'num'}, 'time'),
        h('th', {class: 'num'}, 'share'),
        h('th', {class: 'num'}, 'awaits'),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row) =>
        h(
          'tr',
          {},
          h('td', {}, swatch(row.family.id), ' ', row.family.label),
          h('td', {class: 'num'}, duration(row.nanos)),
          h('td', {class: 'num'}, percent(row.nanos, all)),
          h(
            'td',
            {class: 'num'},
            row.i === RUNNING || row.i === READY || row.count === 0 ? '' : count(row.count),
          ),
        ),
      ),
    ),
  );
}

/** A bar of the shares of each state. */
export function stateBar(sum) {
  const all = sum.nanos.reduce((a, b) => a + b, 0);
  const words = FAMILIES.filter((_, i) => sum.nanos[i] > 0)
    .map((family) => `${family.label} ${percent(sum.nanos[FAMILIES.indexOf(family)], all)}`)
    .join(', ');
  return h(
    'div',
    {class: 'statebar', role: 'img', 'aria-label': words, title: words},
    FAMILIES.map((family, i) =>
      sum.nanos[i] / all > 0.001
        ? h('i', {
            style: {
              width: `${(100 * sum.nanos[i]) / all}%`,
              'background-image': `var(--fill-${family.id})`,
            },
          })
        : null,
    ),
  );
}

function topPoints(app, rows) {
  const top = rows.sort((a, b) => b.nanos - a.nanos).slice(0, 8);
  const most = top[0]?.nanos ?? 0;
  return h(
    'table',
    {class: 'grid'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {}, 'Suspension point'),
        h('th', {}, 'kind'),
        h('th', {class: 'num'}, 'count'),
        h('th', {class: 'num'}, 'total'),
        h('th', {class: 'bar'}),
      ),
    ),
    h(
      'tbody',
      {},
      top.map((row) =>
        h(
          'tr',
          {},
          h('td', {class: 'code'}, pointLink(app.r, row, rows)),
          h('td', {}, swatch(FAMILIES[row.family].id), ' ', app.r.kinds[row.kind].name),
          h('td', {class: 'num'}, count(row.count)),
          h('td', {class: 'num'}, duration(row.nanos)),
          h(
            'td',
            {class: 'bar'},
            h('i', {
              class: 'meter',
              style: {
                width: `${(100 * row.nanos) / most}%`,
                'background-image': `var(--fill-${FAMILIES[row.family].id})`,
              },
            }),
          ),
        ),
      ),
    ),
  );
}

function entryTable(r, all) {
  const rows = all.filter((row) => row.sum.tasks > 0);
  return h(
    'table',
    {class: 'grid'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {}, 'Entry method'),
        h('th', {class: 'num'}, 'tasks'),
        h('th', {}, 'states'),
        h('th', {}, 'bound ', term('bound')),
      ),
    ),
    h(
      'tbody',
      {},
      rows
        .slice(0, 10)
        .map(({group, sum}) =>
          h(
            'tr',
            {},
            h('td', {class: 'code'}, goTo(group.name, {view: 'tree', entry: group.key, task: ''})),
            h('td', {class: 'num'}, count(sum.tasks)),
            h('td', {class: 'states'}, stateBar(sum)),
            h('td', {class: 'quiet nowrap'}, boundOf(r, sum).words),
          ),
        ),
      rows.length > 10
        ? h(
            'tr',
            {},
            h(
              'td',
              {colspan: '4', class: 'quiet'},
              `and ${count(rows.length - 10)} more, in the await tree`,
            ),
          )
        : null,
    ),
  );
}

function headline(sum) {
  const {running, awaiting, pinned, ready, unknown} = states(sum);
  const all = running + awaiting + pinned + ready + unknown;
  const facts = [
    [count(sum.tasks), 'tasks', 'task'],
    [count(sum.awaits), 'awaits', 'await'],
    [duration(running), `running, ${percent(running, all)}`, 'running'],
    [duration(awaiting), `awaiting, ${percent(awaiting, all)}`, 'awaiting'],
    [duration(ready), `ready, ${percent(ready, all)}`, 'ready'],
    pinned > 0 ? [duration(pinned), `pinned, ${percent(pinned, all)}`, 'pinned'] : null,
  ];
  return h(
    'dl',
    {class: 'headline'},
    facts
      .filter((fact) => fact !== null)
      .map(([value, words, about]) =>
        h('div', {}, h('dd', {}, value), h('dt', {}, words, ' ', term(about))),
      ),
  );
}

function section(title, about, ...content) {
  return h('section', {}, h('h2', {}, title, about ? [' ', term(about)] : null), content);
}

export function overview(app) {
  const box = chart(app.r, {height: 270, axis: true});
  const rest = h('div', {});
  const all = groups(app.r);
  let before = null;
  const update = () => {
    const range = interval(app.r);
    const key = `${range.from} ${range.to}`;
    if (key === before) return;
    before = key;
    const entries = all.map((group) => ({group, sum: totals(app.r, range, group.tasks)}));
    const sum = together(entries.map((entry) => entry.sum));
    replace(
      rest,
      headline(sum),
      h(
        'div',
        {class: 'columns'},
        h(
          'div',
          {},
          section('Findings', null, findings(app)),
          section('Longest awaited', 'point', topPoints(app, pointSums(app.r, app.index, range))),
        ),
        h(
          'div',
          {},
          section('Where the time went', 'slice', timeTable(sum)),
          section('Tasks by entry method', 'task', entryTable(app.r, entries)),
          section('How complete this is', null, completeness(app.r)),
        ),
      ),
    );
  };
  return {
    element: h(
      'div',
      {class: 'overview'},
      box.element,
      h(
        'p',
        {class: 'hint'},
        'Drag over the chart to select an interval; all views then count only that. Concurrency is not parallelism ',
        term('concurrency'),
      ),
      rest,
    ),
    update,
  };
}
