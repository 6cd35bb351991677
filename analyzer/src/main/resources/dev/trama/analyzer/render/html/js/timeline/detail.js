// The chosen await: its story, stack, waker, and what its carrier did meanwhile.

import {h, replace, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {counted, duration, instant} from '../data/format.js';
import {FLAG} from '../data/recording.js';
import {meanwhile} from '../sums/carriers.js';
import {awaitAt, awaitSentence} from './sentence.js';
import {goTo, placeLink, pointLink} from '../ui/links.js';
import {
  carrierName,
  entryName,
  frameLabel,
  framePlace,
  framesOf,
  frameType,
  kindName,
  taskName,
  wakerName,
  wakerTask,
} from '../data/names.js';

const MAX_RUNS = 12;

/** What a carrier did after the last task that is known to have run on it. */
const REST = {busy: '', idle: 'idle', unknown: 'idle or ending a task'};

function wakerLink(r, i) {
  const waker = r.awaits.waker[i];
  const task = wakerTask(waker);
  const name = wakerName(r, waker);
  if (task < 0) return name || 'not recorded';
  const there = awaitAt(r, task, r.awaits.woken[i] + 1);
  const near = there >= 0 ? there : Math.min(r.tasks.first[task + 1] - 1, r.tasks.first[task]);
  return near < r.tasks.first[task + 1] && near >= r.tasks.first[task]
    ? goTo(name, {view: 'timeline', await: near}, {title: 'Show the task that woke this one'})
    : name;
}

function frameLine(app, frame, foreign) {
  const {r} = app;
  return h(
    'li',
    {class: foreign ? 'foreign' : ''},
    h('span', {title: frameType(r, frame)}, frameLabel(r, frame)),
    ' ',
    placeLink(app, frame, framePlace(r, frame)),
  );
}

/** The stack, top first; sequences of frames that are not the application's stay closed. */
function stack(app, site) {
  const {r} = app;
  const frames = framesOf(r, r.sites.stack[site]);
  if (frames.length === 0) return h('p', {class: 'quiet'}, 'No stack was taken.');
  const parts = [];
  let others = [];
  const close = () => {
    if (others.length > 0)
      parts.push(
        h(
          'li',
          {},
          h(
            'details',
            {},
            h('summary', {}, `${counted(others.length, 'frame')} of the JDK and libraries`),
            h(
              'ol',
              {class: 'stack'},
              others.map((frame) => frameLine(app, frame, true)),
            ),
          ),
        ),
      );
    others = [];
  };
  const shown = new Set(framesOf(r, r.sites.shown[site]));
  for (const frame of frames) {
    if (!shown.has(frame)) {
      others.push(frame);
      continue;
    }
    close();
    parts.push(frameLine(app, frame, false));
  }
  close();
  return h('ol', {class: 'stack'}, parts);
}

function meanwhileList(app, i) {
  const {r} = app;
  const carrier = r.awaits.carrier[i] - 1;
  if (carrier < 0) return h('p', {class: 'quiet'}, 'The carrier that was given up is not recorded.');
  if (r.awaits.flags[i] & FLAG.pinned)
    return h('p', {}, `${r.carriers[carrier]} was not given up: it was held all the time.`);
  const {ran, rest} = meanwhile(app.lanes(), carrier, r.awaits.begin[i], r.awaits.end[i]);
  const lines = ran
    .slice(0, MAX_RUNS)
    .map(({task, nanos}) =>
      h(
        'li',
        {},
        goTo(taskName(r, task), {view: 'tree', task: r.tasks.thread[task], entry: ''}),
        h('span', {class: 'quiet'}, ` ${duration(nanos)}`),
      ),
    );
  if (ran.length > MAX_RUNS)
    lines.push(h('li', {class: 'quiet'}, `and ${ran.length - MAX_RUNS} more tasks`));
  const left = REST[rest];
  if (ran.length === 0) return h('p', {}, `${r.carriers[carrier]} was ${left || 'idle'}.`);
  if (left !== '') lines.push(h('li', {class: 'quiet'}, `then ${left}`));
  return [h('p', {}, `${r.carriers[carrier]} ran`), h('ul', {class: 'plain'}, lines)];
}

function facts(app, i) {
  const {r} = app;
  const {begin, woken, end, inner, site, carrier, timeout, flags, task} = r.awaits;
  const size = Math.max((end[i] - begin[i]) / 100, 1);
  const object = r.strings[r.sites.awaitable[site[i]]];
  const row = app.index.rows[app.index.ofSite[site[i]]];
  const rows = [
    [
      'Task',
      goTo(
        taskName(r, task[i]),
        {view: 'tree', task: r.tasks.thread[task[i]], entry: ''},
        {title: entryName(r, task[i])},
      ),
    ],
    ['Point', pointLink(r, row)],
    ['Kind', [swatch(FAMILIES[r.sites.family[site[i]]].id), ' ', kindName(r, site[i])]],
    object ? ['Awaited', h('span', {class: 'code'}, object)] : null,
    ['Began', instant(begin[i], size)],
    ['Awaiting', duration(woken[i] - begin[i])],
    ['Ready', flags[i] & FLAG.readyUnknown ? 'unknown' : duration(end[i] - woken[i] - inner[i])],
    timeout[i] > 0 ? ['At most', duration(timeout[i])] : null,
    ['Woken by', flags[i] & FLAG.timedOut ? 'timer' : wakerLink(r, i)],
    ['Gave up', carrierName(r, carrier[i])],
  ];
  return h(
    'dl',
    {class: 'facts-list'},
    rows
      .filter((one) => one !== null)
      .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

/** The panel; empty when no await is chosen. */
export function timelineDetail(app, panel, i, steps) {
  panel.hidden = i < 0;
  if (i < 0) return;
  const {r} = app;
  replace(
    panel,
    h('div', {class: 'steps'}, steps),
    h('p', {class: 'sentence', role: 'status'}, awaitSentence(r, i)),
    facts(app, i),
    h('h3', {}, 'Stack'),
    stack(app, r.awaits.site[i]),
    h('h3', {}, 'Meanwhile'),
    meanwhileList(app, i),
    h(
      'p',
      {},
      goTo('Critical path of this task', {
        view: 'critical',
        task: r.tasks.thread[r.awaits.task[i]],
      }),
    ),
  );
}
