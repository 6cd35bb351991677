// Links from one view to another. They are real links: they can be copied and opened elsewhere.

import {h} from './dom.js';
import {change, link} from './state.js';
import {frameType, pointName} from '../data/names.js';
import {placeWords} from '../sums/points.js';

/** A link to the page as it would be after these changes. */
export function goTo(text, changes, attributes = {}) {
  return h(
    'a',
    {
      ...attributes,
      href: link(changes),
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        change(changes);
      },
    },
    text,
  );
}

/** Where the page says what an await without a stack may be; `rows` are all points. */
export function pointLink(r, row, rows = []) {
  const title = row.frame === 0 ? '' : frameType(r, row.frame - 1);
  return [
    goTo(pointName(r, row.frame), {view: 'points', point: row.key}, {title}),
    ' ',
    h('span', {class: 'place'}, placeWords(r, rows, row)),
  ];
}

/** A place in the source: a link when the page holds the file. */
export function placeLink(app, frame, text) {
  if (!app.sourceOf?.(frame)) return h('span', {class: 'place'}, text);
  return goTo(
    text,
    {view: 'source', file: app.sourceOf(frame), line: app.r.frames.line[frame]},
    {class: 'place'},
  );
}

/** A small question mark that leads to a word's explanation. */
export function term(word) {
  return goTo(
    '?',
    {view: 'concepts', term: word},
    {class: 'term', 'aria-label': `What does ${word} mean?`},
  );
}
