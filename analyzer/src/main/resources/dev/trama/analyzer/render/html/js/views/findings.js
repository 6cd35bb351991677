// The findings, as sentences that lead to their evidence.

import {h} from '../ui/dom.js';
import {goTo} from '../ui/links.js';
import {taskByThread} from '../data/find.js';

const WORDS = {info: 'note', warning: 'warning', error: 'serious'};
const PLACE = /([\w$-]+\.(?:java|kt|scala|groovy):\d+)/;
const TASK = /(#\d+)\b/;

/** Splits the texts among these parts at what the pattern captures, which the function replaces. */
function splice(parts, pattern, by) {
  return parts.flatMap((part) =>
    typeof part === 'string'
      ? part.split(pattern).map((piece, i) => (i % 2 === 1 ? by(piece) : piece))
      : [part],
  );
}

function threadOf(text) {
  return Number(TASK.exec(String(text))?.[1].slice(1) ?? NaN);
}

/** The message; places in it lead to their suspension points, '#34' to the task. */
function linked(r, message) {
  const places = splice([message], PLACE, (place) =>
    goTo(place, {view: 'points', q: place}, {class: 'place'}),
  );
  return splice(places, TASK, (task) =>
    taskByThread(r, threadOf(task)) < 0
      ? task
      : goTo(task, {view: 'tree', task: task.slice(1), entry: ''}),
  );
}

/** What to show of a finding: its place, else its example, else its entry method. */
function shown(r, evidence) {
  const texts = (value) => [value ?? []].flat().map(String);
  const place = [...texts(evidence.site), ...texts(evidence.sites)].find((text) => text !== '');
  if (place !== undefined) return {view: 'points', q: place, by: '', point: ''};
  const threads = [...texts(evidence.example), ...texts(evidence.examples)].map(threadOf);
  const thread = [...threads, ...texts(evidence.ids).map(Number)].find(
    (id) => taskByThread(r, id) >= 0,
  );
  if (thread !== undefined)
    return {view: 'timeline', await: r.tasks.first[taskByThread(r, thread)]};
  return evidence.entry ? {view: 'tree', entry: evidence.entry, task: ''} : null;
}

export function findings(app) {
  const {r} = app;
  const list = r.header.findings ?? [];
  if (list.length === 0) {
    return h('p', {class: 'quiet'}, 'None: nothing in this recording matches a known problem.');
  }
  return h(
    'ul',
    {class: 'findings'},
    list.map(({severity, message, evidence, explanation, remedy}) => {
      const show = shown(r, evidence);
      return h(
        'li',
        {class: `severity-${severity}`},
        h('span', {class: 'badge'}, WORDS[severity] ?? severity),
        [' ', linked(r, message), '. '],
        show === null ? null : goTo('Show', show, {class: 'show'}),
        h(
          'details',
          {},
          h('summary', {}, 'Why, and what to do'),
          h('p', {}, explanation),
          h('p', {}, remedy),
        ),
      );
    }),
  );
}
