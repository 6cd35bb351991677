// What a suspension point opens: histogram, wakers, tasks, merged stacks, source line.

import {h} from '../ui/dom.js';
import {count, duration, percent} from '../data/format.js';
import {callTree, siteSums} from '../sums/callTree.js';
import {callTreeRows} from './callTreeRows.js';
import {histogramChart} from '../ui/distribution.js';
import {goTo} from '../ui/links.js';
import {entryName, taskName, wakerName, wakerTask} from '../data/names.js';
import {sourceLine} from './sources.js';

const MOST = 8;

function wakerList(r, row) {
  const {timer, unknown, threads} = row.wakers;
  const lines = threads.slice(0, MOST).map(([waker, times]) => {
    const task = wakerTask(waker);
    const text = wakerName(r, waker);
    return h(
      'li',
      {},
      task < 0 ? text : goTo(text, {view: 'tree', task: r.tasks.thread[task], entry: ''}),
      h('span', {class: 'quiet'}, ` ×${count(times)}`),
    );
  });
  if (threads.length > MOST)
    lines.push(h('li', {class: 'quiet'}, `and ${count(threads.length - MOST)} more threads`));
  if (timer > 0) lines.push(h('li', {}, 'timer', h('span', {class: 'quiet'}, ` ×${count(timer)}`)));
  if (unknown > 0) lines.push(h('li', {class: 'quiet'}, `unknown ×${count(unknown)}`));
  return h('ul', {class: 'plain'}, lines);
}

function taskList(r, row) {
  const sums = new Map();
  for (const i of row.awaits) {
    const t = r.awaits.task[i];
    const sum = sums.get(t) ?? {t, nanos: 0, count: 0, longest: i};
    const wait = r.awaits.woken[i] - r.awaits.begin[i];
    sum.nanos += wait;
    sum.count += r.awaits.folded[i];
    if (wait > r.awaits.woken[sum.longest] - r.awaits.begin[sum.longest]) sum.longest = i;
    sums.set(t, sum);
  }
  const tasks = [...sums.values()].sort((a, b) => b.nanos - a.nanos);
  return [
    h(
      'ul',
      {class: 'plain'},
      tasks
        .slice(0, MOST)
        .map(({t, nanos, count: times, longest}) =>
          h(
            'li',
            {},
            goTo(taskName(r, t), {view: 'timeline', await: longest}, {title: entryName(r, t)}),
            h('span', {class: 'quiet'}, ` ${duration(nanos)} ×${count(times)}`),
          ),
        ),
    ),
    tasks.length > MOST
      ? h('p', {class: 'quiet'}, `and ${count(tasks.length - MOST)} more tasks`)
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
          `Ready for ${duration(row.ready)} in all, ${average} on average: ${percent(row.ready, row.ready + row.nanos)} of the time until it ran again.`,
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
    new Set(row.sites.map((site) => r.sites.point[site])).size === 1
      ? sourceLine(app, row.point)
      : null,
    callTreeRows(app, tree),
  );
}
