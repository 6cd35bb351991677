// The findings, as sentences that lead to their evidence.

import {h} from './dom.js';
import {goTo} from './links.js';
import {taskByThread} from './find.js';

const WORDS = {info: 'note', warning: 'warning', error: 'serious'};

/** The places that a finding's evidence names: 'Pool.java:27'. */
function places(evidence) {
  return [evidence.site, ...(evidence.sites ?? [])].filter(
    (place) => typeof place === 'string' && place !== '',
  );
}

/** Splits the texts among these parts at each occurrence, which the function replaces. */
function splice(parts, text, by) {
  return parts.flatMap((part) =>
    typeof part === 'string'
      ? part.split(text).flatMap((piece, i) => (i === 0 ? [piece] : [by(), piece]))
      : [part],
  );
}

/** The message; places in it lead to their suspension points, '#34' to the task. */
function linked(r, message, evidence) {
  let parts = [message];
  for (const place of places(evidence))
    parts = splice(parts, place, () => goTo(place, {view: 'points', q: place}, {class: 'place'}));
  for (const thread of new Set(message.match(/#\d+\b/g) ?? [])) {
    if (taskByThread(r, Number(thread.slice(1))) >= 0)
      parts = splice(parts, thread, () =>
        goTo(thread, {view: 'tree', task: thread.slice(1), entry: ''}),
      );
  }
  return parts;
}

export function findings(app) {
  const list = app.r.header.findings ?? [];
  if (list.length === 0)
    return h('p', {class: 'quiet'}, 'None: nothing in this recording matches a known problem.');
  return h(
    'ul',
    {class: 'findings'},
    list.map(({severity, message, evidence, explanation, remedy}) =>
      h(
        'li',
        {class: `severity-${severity}`},
        h('span', {class: 'badge'}, WORDS[severity] ?? severity),
        ' ',
        linked(app.r, message, evidence),
        '. ',
        places(evidence).length > 0
          ? goTo('Show', {view: 'points', q: places(evidence)[0]}, {class: 'show'})
          : null,
        h(
          'details',
          {},
          h('summary', {}, 'Why, and what to do'),
          h('p', {}, explanation),
          h('p', {}, remedy),
        ),
      ),
    ),
  );
}
