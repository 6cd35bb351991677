// The critical path: what made a task, or the recording, take as long as it did.

import {h, replace, swatch} from '../ui/dom.js';
import {FAMILIES, READY, RUNNING, UNKNOWN} from '../data/palette.js';
import {count, duration, instant, percent} from '../data/format.js';
import {interval, state} from '../ui/state.js';
import {criticalPath, lastTask} from '../sums/criticalPath.js';
import {goTo, term} from '../ui/links.js';
import {entryName, kindName, pointName, pointPlace, taskName} from '../data/names.js';
import {stateBar} from './overview.js';
import {taskByThread} from '../data/find.js';

const SHOWN = 400;

function what(r, segment) {
  if (segment.family === RUNNING) return 'ran';
  if (segment.family === UNKNOWN) return 'is not recorded';
  if (segment.family === READY) return segment.await < 0 ? 'was ready to start' : 'was ready';
  return `awaited ${kindName(r, r.awaits.site[segment.await])}`;
}

function where(r, segment) {
  if (segment.await < 0 || segment.family === READY) return '';
  const point = r.sites.point[r.awaits.site[segment.await]];
  return `${pointName(r, point)} ${pointPlace(r, point)}`;
}

/** What the path consists of, by what was done and where, longest first. */
function causes(r, segments) {
  const sums = new Map();
  for (const segment of segments) {
    const key =
      segment.family === RUNNING || segment.family === READY || segment.family === UNKNOWN
        ? `${segment.family} ${entryName(r, segment.t)}`
        : `${where(r, segment)} ${what(r, segment)}`;
    const sum = sums.get(key) ?? {segment, nanos: 0, count: 0, longest: segment};
    sum.nanos += segment.end - segment.begin;
    sum.count++;
    if (segment.end - segment.begin > sum.longest.end - sum.longest.begin) sum.longest = segment;
    sums.set(key, sum);
  }
  return [...sums.values()].sort((a, b) => b.nanos - a.nanos);
}

function show(r, segment) {
  const room = (segment.end - segment.begin) * 0.5;
  const i =
    segment.await >= 0
      ? segment.await
      : r.tasks.first[segment.t] < r.tasks.first[segment.t + 1]
        ? r.tasks.first[segment.t]
        : '';
  return {
    view: 'timeline',
    await: i,
    t0: Math.round(segment.begin - room),
    t1: Math.round(segment.end + room),
  };
}

function causeTable(r, segments, all) {
  return h(
    'table',
    {class: 'grid'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['On the path', 'where', ''].map((text) => h('th', {}, text)),
        ['times', 'time', 'share'].map((text) => h('th', {class: 'num'}, text)),
      ),
    ),
    h(
      'tbody',
      {},
      causes(r, segments)
        .slice(0, 12)
        .map(({segment, nanos, count: times, longest}) =>
          h(
            'tr',
            {},
            h(
              'td',
              {},
              swatch(FAMILIES[segment.family].id),
              ' ',
              segment.family === RUNNING
                ? 'Running'
                : segment.family === READY
                  ? 'Ready, queueing for a carrier'
                  : segment.family === UNKNOWN
                    ? 'Unknown'
                    : `Awaiting ${kindName(r, r.awaits.site[segment.await])}`,
            ),
            h('td', {class: 'code'}, where(r, segment) || entryName(r, segment.t)),
            h('td', {}, goTo('longest', show(r, longest))),
            h('td', {class: 'num'}, count(times)),
            h('td', {class: 'num'}, duration(nanos)),
            h('td', {class: 'num'}, percent(nanos, all)),
          ),
        ),
    ),
  );
}

function steps(r, segments, all) {
  const size = Math.max(1, all / 1000);
  const shown =
    segments.length > SHOWN
      ? [...segments]
          .sort((a, b) => b.end - b.begin - (a.end - a.begin))
          .slice(0, SHOWN)
          .sort((a, b) => a.begin - b.begin)
      : segments;
  return [
    shown.length < segments.length
      ? h('p', {class: 'quiet'}, `The ${count(SHOWN)} longest of ${count(segments.length)} steps:`)
      : null,
    h(
      'ol',
      {class: 'steps-list'},
      shown.map((segment, i) =>
        h(
          'li',
          {},
          h('span', {class: 'num quiet'}, instant(segment.begin, size)),
          h('span', {class: 'num'}, duration(segment.end - segment.begin)),
          h('span', {
            class: 'mark',
            style: {'background-image': `var(--fill-${FAMILIES[segment.family].id})`},
          }),
          h(
            'span',
            {},
            i === 0 || shown[i - 1].t !== segment.t
              ? h('b', {}, goTo(taskName(r, segment.t), {task: r.tasks.thread[segment.t]}), ' ')
              : h('span', {class: 'same'}, taskName(r, segment.t), ' '),
            goTo(what(r, segment), show(r, segment)),
            ' ',
            h('span', {class: 'place'}, where(r, segment)),
            segment.woke >= 0
              ? h(
                  'span',
                  {class: 'quiet'},
                  `, then woke ${taskName(r, r.awaits.task[segment.woke])}`,
                )
              : null,
          ),
        ),
      ),
    ),
  ];
}

export function criticalView(app) {
  const {r} = app;
  const body = h('div', {class: 'critical'});
  const update = () => {
    const {to} = interval(r);
    const chosen = state().task ? taskByThread(r, Number(state().task)) : -1;
    const t = chosen >= 0 ? chosen : lastTask(r, to);
    if (t < 0) {
      replace(body, h('p', {class: 'quiet'}, 'The recording holds no task.'));
      return;
    }
    const {segments, cut} = criticalPath(r, t, Math.min(r.tasks.end[t], to));
    const nanos = FAMILIES.map((_, family) =>
      segments.reduce((sum, one) => (one.family === family ? sum + one.end - one.begin : sum), 0),
    );
    const all = nanos.reduce((a, b) => a + b, 0);
    const hands = segments.filter((one, i) => i > 0 && segments[i - 1].t !== one.t).length;
    replace(
      body,
      h(
        'h2',
        {},
        `Critical path of ${taskName(r, t)} `,
        term('critical'),
        chosen < 0 ? h('span', {class: 'quiet'}, ' the task that ended last') : null,
      ),
      h(
        'p',
        {},
        `${duration(all)} in ${count(segments.length)} steps${cut ? ', the last of many' : ''}, through ${count(new Set(segments.map((one) => one.t)).size)} tasks with ${count(hands)} changes of task. What shortens a step here shortens the whole; what is not on this path does not.`,
        chosen >= 0 ? [' ', goTo('Path of the whole recording', {task: ''})] : null,
      ),
      stateBar({nanos}),
      h('h3', {class: 'apart'}, 'What it consists of'),
      causeTable(r, segments, all),
      h('h3', {class: 'apart'}, 'Step by step'),
      steps(r, segments, all),
    );
  };
  return {element: body, update};
}
