// What a suspension point opens: histogram, wakers, tasks, merged stacks, source line.

import {h} from '../ui/dom.js';
import {count, duration, percent} from '../data/format.js';
import {callTree, siteSums} from '../sums/callTree.js';
import {callTreeRows} from './callTreeRows.js';
import {lengthOf} from '../sums/stats.js';
import {histogramChart} from '../ui/distribution.js';
import {goTo} from '../ui/links.js';
import {entryName, taskName, WAKER, wakerName, wakerTask} from '../data/names.js';
import {sourceLine} from './sources.js';

const MAX_LISTED = 8;

function wakerList(r, row) {
  const endedBy = (waker) => row.wakers.get(waker) ?? 0;
  const threads = [...row.wakers]
    .filter(([waker]) => waker > WAKER.itself)
    .sort((a, b) => b[1] - a[1]);
  const [timer, unknown] = [endedBy(WAKER.timer), endedBy(WAKER.unknown)];
  const lines = threads.slice(0, MAX_LISTED).map(([waker, times]) => {
    const task = wakerTask(waker);
    const text = wakerName(r, waker);
    return h(
      'li',
      {},
      task < 0 ? text : goTo(text, {view: 'tree', task: r.tasks.thread[task], entry: ''}),
      h('span', {class: 'quiet'}, ` ×${count(times)}`),
    );
  });
  if (threads.length > MAX_LISTED)
    lines.push(h('li', {class: 'quiet'}, `and ${count(threads.length - MAX_LISTED)} more threads`));
  if (timer > 0) lines.push(h('li', {}, 'timer', h('span', {class: 'quiet'}, ` ×${count(timer)}`)));
  if (unknown > 0) lines.push(h('li', {class: 'quiet'}, `unknown ×${count(unknown)}`));
  return h('ul', {class: 'plain'}, lines);
}

function taskList(r, row) {
  const sums = new Map();
  for (const i of row.awaits) {
    const t = r.awaits.task[i];
    const sum = sums.get(t) ?? {t, nanos: 0, count: 0, longest: i};
    sum.nanos += lengthOf(r, i) * r.awaits.folded[i];
    sum.count += r.awaits.folded[i];
    if (lengthOf(r, i) > lengthOf(r, sum.longest)) sum.longest = i;
    sums.set(t, sum);
  }
  const tasks = [...sums.values()].sort((a, b) => b.nanos - a.nanos);
  return [
    h(
      'ul',
      {class: 'plain'},
      tasks
        .slice(0, MAX_LISTED)
        .map(({t, nanos, count: times, longest}) =>
          h(
            'li',
            {},
            goTo(taskName(r, t), {view: 'timeline', await: longest}, {title: entryName(r, t)}),
            h('span', {class: 'quiet'}, ` ${duration(nanos)} ×${count(times)}`),
          ),
        ),
    ),
    tasks.length > MAX_LISTED
      ? h('p', {class: 'quiet'}, `and ${count(tasks.length - MAX_LISTED)} more tasks`)
      : null,
  ];
}

function part(title, ...content) {
  return h('div', {}, h('h3', {}, title), content);
}

export function pointDetail(app, row, range) {
  const {r} = app;
  const tree = callTree(r, siteSums(r, range, {wanted: new Set(row.sites)}), {fold: true});
  const average = row.count > 0 ? duration(row.ready / row.count) : '';
  return h(
    'div',
    {class: 'point-detail'},
    h(
      'div',
      {class: 'parts'},
      part(
        'How long',
        histogramChart(row),
        h(
          'p',
          {class: 'quiet'},
          `Ready for ${duration(row.ready)} in all, ${average} on average: ${percent(row.ready, row.nanos)} of the time until it ran again.`,
        ),
      ),
      part('Longest in', taskList(r, row)),
      part('Woken by', wakerList(r, row)),
      part(
        'Awaited',
        h(
          'ul',
          {class: 'plain'},
          row.awaitables.length === 0
            ? h('li', {class: 'quiet'}, 'no object known')
            : row.awaitables.map((name) => h('li', {class: 'code'}, name)),
        ),
      ),
    ),
    new Set(row.sites.map((site) => r.sites.frame[site])).size === 1
      ? sourceLine(app, row.frame)
      : null,
    callTreeRows(app, tree),
  );
}
