// What the page says of a recording, a line each; JavaFigures.java writes the same lines from the
// analyses.

import {load} from './data/recording.js';
import {duration} from './data/format.js';
import {FLAG} from './data/recording.js';
import {groups} from './data/tasks.js';
import {pointName, pointPlace, WAKER} from './data/names.js';
import {boundOf, states, totals} from './sums/totals.js';
import {likelySites, pointIndex, points} from './sums/points.js';
import {at, lengths, wakerCounts} from './sums/stats.js';
import {callTree, siteSums} from './sums/callTree.js';
import {criticalPath, stepPlace} from './sums/criticalPath.js';
import {carrierLanes, meanwhile} from './sums/carriers.js';
import {FAMILIES} from './data/palette.js';
import {isWhole, requestByKey, requestKey, requestName} from './data/requests.js';
import {requestRows, requestTimes} from './sums/requests.js';

const WHOLE = {from: 0, to: Infinity, whole: true};

const say = (...words) => words.join('|');

function timesOf(sum) {
  return Object.entries(states(sum))
    .map(([state, nanos]) => `${state} ${nanos}`)
    .join(' ');
}

function groupLines(r) {
  return groups(r).flatMap((group) => {
    const sum = totals(r, WHOLE, group.tasks);
    const ids = group.tasks.map((t) => r.tasks.thread[t]).join(',');
    const {bound, words} = boundOf(r, sum);
    return [
      say('group', group.entry, group.title, ids, timesOf(sum)),
      say('bound', bound, words),
    ];
  });
}

const wakers = (r, counts) =>
  wakerCounts(r, counts)
    .map((one) => `${one.name} x${one.count}`)
    .join(', ');

const quantiles = (count, total, sorted) =>
  `count ${count} total ${total} p50 ${at(sorted, 0.5)} p99 ${at(sorted, 0.99)} max ${at(sorted, 1)}`;

function pointLines(r) {
  const rows = points(r, pointIndex(r), WHOLE);
  return rows
    .filter((row) => row.count > 0)
    .map((row) =>
      say(
        'point',
        pointName(r, row.frame),
        pointPlace(r, row.frame),
        r.kinds[row.kind].name,
        quantiles(row.count, row.nanos, row.lengths),
        row.ready,
        wakers(r, row.wakers),
        row.wakers.get(WAKER.itself) ?? 0,
        row.wakers.get(WAKER.unknown) ?? 0,
        likelySites(r, rows, row)
          .map(({place, percent}) => `${place} ${percent}%`)
          .join(', '),
      ),
    )
    .sort();
}

function nodeLines(r, node, depth) {
  const dashes = '-'.repeat(depth);
  if (!node.leaf) {
    const marks = (node.recursive ? ' recursive' : '') + (node.cut ? ' cut' : '');
    return [
      say(dashes, 'async', node.label + marks, node.place),
      ...node.children.flatMap((child) => nodeLines(r, child, depth + 1)),
    ];
  }
  const {leaf} = node;
  const {fine, top} = r.kinds[leaf.kind];
  return [
    say(
      dashes,
      'await',
      fine,
      top === 'pinned' ? 'pinned' : '',
      leaf.monitor,
      node.place,
      quantiles(node.count, node.nanos, lengths(r, node.awaits)),
      node.ready,
      leaf.leastTimeout,
      leaf.mostTimeout,
      leaf.unended,
      wakers(r, leaf.wakers),
    ),
  ];
}

function treeLines(r, name, tasks) {
  const tree = callTree(r, siteSums(r, WHOLE, {tasks}));
  return [say('tree', name), ...tree.children.flatMap((node) => nodeLines(r, node, 0))];
}

function pathLines(r, t) {
  const {steps, begins} = criticalPath(r, t, r.tasks.end[t]);
  const length = steps.length === 0 ? 0 : steps.at(-1).end - steps[0].begin;
  return [
    say('path', r.tasks.thread[t], length, begins),
    ...steps.map((step) => {
      const {id} = FAMILIES[step.state];
      const awaits = !['running', 'ready', 'unknown'].includes(id);
      return say(
        'step',
        r.tasks.thread[step.t],
        awaits && id !== 'pinned' ? 'awaiting' : id,
        awaits ? r.kinds[r.sites.kind[step.site]].fine : '',
        stepPlace(r, step),
        step.begin,
        step.end,
      );
    }),
  ];
}

const timesBy = (times) =>
  times.by
    .map(({label, nanos}) => `${label} ${nanos}`)
    .sort()
    .join(', ');

function requestLines(r) {
  const {start, end, first, parts} = r.requests;
  const names = requestRows(r, WHOLE).map((row) =>
    say(
      'requests',
      row.name,
      quantiles(row.list.length, row.total, row.lengths),
      `p90 ${row.p90} cut ${row.cut} several ${row.several}`,
      timesBy(requestTimes(r, row.list)),
    ),
  );
  const each = Array.from(start, (_, q) => {
    const stretches = [];
    for (let p = first[q]; p < first[q + 1]; p++) {
      const thread = r.tasks.thread[parts.task[p] - 1];
      stretches.push(`${thread} ${parts.start[p]} ${parts.end[p]}`);
    }
    const key = requestKey(r, q);
    return say(
      'request',
      requestByKey(r, key) >= 0 ? key : 'not found',
      requestName(r, q),
      start[q],
      end[q],
      isWhole(r, q) ? 'whole' : 'cut',
      stretches.join(', '),
      timesBy(requestTimes(r, [q])),
    );
  });
  return [...names, ...each].sort();
}

function meanwhileLines(r) {
  const lanes = carrierLanes(r);
  const lines = [];
  for (let i = 0; i < r.awaits.count; i++) {
    if (r.awaits.carrier[i] === 0 || r.awaits.flags[i] & FLAG.pinned) continue;
    const {begin, end, carrier, task} = r.awaits;
    const {ran, rest} = meanwhile(lanes, carrier[i] - 1, begin[i], end[i]);
    const tasks = ran.map(({task: t, nanos}) => `${r.tasks.thread[t]} ${nanos}`).join(', ');
    lines.push(say('meanwhile', r.tasks.thread[task[i]], tasks, rest));
  }
  return lines;
}

/** Of a page's data, everything that JavaFigures has of its recording. */
export async function all(data) {
  const r = await load(data);
  const every = [...r.tasks.start.keys()];
  return [
    ...groupLines(r),
    ...pointLines(r),
    ...treeLines(r, 'all', null),
    ...groups(r).flatMap((group) => treeLines(r, group.entry, group.tasks)),
    ...every.flatMap((t) => treeLines(r, `task ${r.tasks.thread[t]}`, [t])),
    ...every.flatMap((t) => pathLines(r, t)),
    ...requestLines(r),
    ...meanwhileLines(r),
  ];
}

/** Of each task, what it did from one instant to another. */
export async function selection([data, from, to]) {
  const r = await load(data);
  return Array.from(r.tasks.thread, (thread, t) => {
    const sum = totals(r, {from, to, whole: false}, [t]);
    return `${thread} ${timesOf(sum)} awaits ${sum.awaits}`;
  });
}

export function durations(all) {
  return all.map((nanos) => duration(nanos).replace('µ', 'u'));
}
