// Draws a call tree as rows that open and close; arrow keys walk it.

import {h, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {count, duration} from '../data/format.js';
import {at, lengths, wakerWords} from '../sums/stats.js';
import {methodWords} from '../sums/callTree.js';
import {frameType} from '../data/names.js';
import {goTo, placeLink} from '../ui/links.js';

const MAX_ROWS = 3000;

function words(app, one) {
  const {r} = app;
  const title = one.frame < 0 ? '' : frameType(r, one.frame);
  const place = one.place ? placeLink(app, one.frame, one.place) : null;
  if (!one.leaf)
    return [h('b', {class: 'keyword'}, 'async '), h('span', {title}, methodWords(one)), ' ', place];
  const longest = one.awaits.reduce((a, b) =>
    r.awaits.end[a] - r.awaits.begin[a] >= r.awaits.end[b] - r.awaits.begin[b] ? a : b,
  );
  return [
    h('b', {class: 'keyword'}, 'await '),
    swatch(FAMILIES[one.leaf.family].id),
    ' ',
    goTo(
      one.label,
      {view: 'timeline', await: longest},
      {title: 'The longest of these, on the timeline'},
    ),
    ' ',
    place,
    h('span', {class: 'waker'}, leafWords(r, one.leaf)),
  ];
}

function leafWords(r, {wakers, unended}) {
  const words = wakerWords(r, wakers);
  const left = unended > 0 ? `${count(unended)} not ended` : '';
  return words !== '' && left !== '' ? `${words}, ${left}` : words + left;
}

function numbers(app, one, all) {
  const sorted = one.leaf ? lengths(app.r, one.awaits) : null;
  const cell = (text) => h('span', {class: 'num', role: 'gridcell'}, text);
  return [
    cell(`×${count(one.count)}`),
    cell(duration(one.nanos)),
    cell(sorted ? duration(at(sorted, 0.5)) : ''),
    cell(sorted ? duration(at(sorted, 0.99)) : ''),
    h(
      'span',
      {class: 'share'},
      h('i', {
        class: 'meter',
        style: {
          width: `${(100 * one.nanos) / (all || 1)}%`,
          background: one.leaf ? `var(--fill-${FAMILIES[one.leaf.family].id})` : 'var(--line)',
        },
      }),
    ),
  ];
}

function walk(event) {
  const row = event.target.closest('[role=row]');
  if (!row || event.target !== row) return;
  const rows = [...row.parentElement.querySelectorAll('[role=row]:not([hidden])')];
  const here = rows.indexOf(row);
  const move = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (move && rows[here + move]) rows[here + move].focus();
  else if (event.key === 'ArrowRight' && row.getAttribute('aria-expanded') === 'false') row.click();
  else if (event.key === 'ArrowLeft' && row.getAttribute('aria-expanded') === 'true') row.click();
  else if (event.key === 'Enter') (row.querySelector('a') ?? row).click();
  else return;
  event.preventDefault();
}

/** Rows for the children of the root; those with little time are closed. */
export function callTreeRows(app, root) {
  const body = h('div', {
    class: 'calltree',
    role: 'treegrid',
    'aria-label': 'Await tree',
    onkeydown: walk,
  });
  let rows = 0;
  const put = (one, depth, before) => {
    const open = {value: false, made: []};
    const inner = one.children.length > 0;
    const row = h(
      'div',
      {
        role: 'row',
        tabindex: '0',
        'aria-level': depth + 1,
        'aria-expanded': inner ? 'false' : undefined,
        style: {'--depth': depth},
      },
      h(
        'span',
        {class: 'what', role: 'gridcell'},
        h('i', {class: inner ? 'twist' : 'twist none'}),
        words(app, one),
      ),
      numbers(app, one, root.nanos),
    );
    const toggle = (value) => {
      open.value = value;
      row.setAttribute('aria-expanded', String(value));
      if (value && open.made.length === 0) {
        let last = row;
        for (const child of one.children) {
          const made = put(child, depth + 1, last);
          open.made.push(made);
          last = made.last();
        }
      } else {
        open.made.forEach((made) => made.hide(!value));
      }
    };
    if (inner)
      row.addEventListener('click', (event) => event.target.closest('a') || toggle(!open.value));
    before ? before.after(row) : body.append(row);
    rows++;
    const hide = (hidden) => {
      row.hidden = hidden;
      if (open.value) open.made.forEach((made) => made.hide(hidden));
    };
    const self = {row, hide, last: () => (open.made.length ? open.made.at(-1).last() : row)};
    if (
      inner &&
      rows < MAX_ROWS &&
      (one.nanos >= root.nanos * 0.01 || one.count >= root.count * 0.02)
    )
      toggle(true);
    return self;
  };
  const head = h(
    'div',
    {class: 'head'},
    h('span', {class: 'what'}, 'Coroutines and their awaits'),
    ['count', 'total', 'p50', 'p99'].map((text) => h('span', {class: 'num'}, text)),
    h('span', {class: 'share'}, 'share'),
  );
  root.children.forEach((one) => put(one, 0, null));
  return h('div', {class: 'calltree-box'}, head, body);
}
