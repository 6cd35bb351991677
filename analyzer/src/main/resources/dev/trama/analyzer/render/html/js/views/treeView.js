// The await tree of one task, of the tasks of one entry method, or of all.

import {h, replace} from '../ui/dom.js';
import {count, counted, duration} from '../data/format.js';
import {change, interval, state} from '../ui/state.js';
import {callTree, siteSums} from '../sums/callTree.js';
import {callTreeRows} from './callTreeRows.js';
import {entryName, frameLabel, framePlace, taskName} from '../data/names.js';
import {boundOf, states, totals} from '../sums/totals.js';
import {stateBar} from './overview.js';
import {goTo, placeLink} from '../ui/links.js';
import {groups} from '../data/tasks.js';
import {taskByThread} from '../data/find.js';

const LISTED = 300;

/** 'all' tasks, one entry's, or one task. */
function chosenTasks(r, all) {
  const {task, entry} = state();
  const t = task ? taskByThread(r, Number(task)) : -1;
  if (t >= 0) return {t, tasks: [t]};
  const group = all.find((one) => one.key === entry);
  return group ? {t: -1, group, tasks: group.tasks} : {t: -1, tasks: null};
}

function birth(app, t) {
  const {r} = app;
  const parent = r.tasks.parent[t] - 1;
  const name =
    parent >= 0
      ? goTo(taskName(r, parent), {task: r.tasks.thread[parent], entry: ''})
      : r.strings[r.tasks.parentName[t]];
  const frame = r.tasks.spawnFrame[t] - 1;
  if (name === '' && frame < 0) return null;
  return h(
    'p',
    {class: 'quiet'},
    'Spawned',
    name === '' ? '' : [' by ', name],
    frame < 0
      ? ''
      : [' at ', frameLabel(r, frame), ' ', placeLink(app, frame, framePlace(r, frame))],
    '.',
  );
}

function heading(app, chosen, range) {
  const {r} = app;
  const sum = totals(r, range, chosen.tasks);
  const {running, awaiting, pinned, ready, unknown} = states(sum);
  const parts = [
    `running ${duration(running)}`,
    `awaiting ${duration(awaiting)}`,
    `ready ${duration(ready)}`,
    pinned > 0 ? `pinned ${duration(pinned)}` : '',
    unknown > 0 ? `unknown ${duration(unknown)}` : '',
  ];
  const all = running + awaiting + pinned + ready + unknown;
  const title =
    chosen.t >= 0 ? taskName(r, chosen.t) : chosen.group ? chosen.group.name : 'All tasks';
  return h(
    'div',
    {class: 'tree-heading'},
    h(
      'h2',
      {},
      title,
      h(
        'span',
        {class: 'quiet'},
        chosen.t >= 0 ? ` ${entryName(r, chosen.t)}` : ` ${counted(sum.tasks, 'task')} merged`,
      ),
    ),
    chosen.t >= 0 ? birth(app, chosen.t) : null,
    h(
      'p',
      {},
      `${duration(all)} = ${parts.filter((part) => part !== '').join(' + ')}`,
      h('span', {class: 'quiet'}, ` ${boundOf(r, sum).words}`),
    ),
    stateBar(sum),
    chosen.t >= 0
      ? h(
          'p',
          {class: 'more'},
          r.tasks.first[chosen.t] < r.tasks.first[chosen.t + 1]
            ? goTo('On the timeline', {view: 'timeline', await: r.tasks.first[chosen.t]})
            : null,
          ' ',
          goTo('Critical path', {view: 'critical'}),
        )
      : null,
  );
}

function picker(app, all) {
  const search = h('input', {
    type: 'search',
    placeholder: 'Find a task …',
    'aria-label': 'Find a task',
  });
  const list = h('ul', {class: 'plain picker'});
  const item = (text, note, changes, here) =>
    h(
      'li',
      {},
      goTo(text, changes, {'aria-current': here ? 'true' : undefined}),
      h('span', {class: 'quiet'}, note),
    );
  const fill = () => {
    const {task = '', entry = ''} = state();
    const words = search.value.toLowerCase();
    const entries = all.map((group) =>
      item(
        group.name,
        ` ${count(group.tasks.length)}`,
        {entry: group.key, task: ''},
        task === '' && entry === group.key,
      ),
    );
    const found = [];
    const chosen = all.find((group) => group.key === entry);
    const from = chosen?.tasks ?? app.r.tasks.start.keys();
    let more = 0;
    for (const t of from) {
      if (words !== '' && !taskName(app.r, t).toLowerCase().includes(words)) continue;
      if (found.length < LISTED)
        found.push(
          item(
            taskName(app.r, t),
            ` ${duration(app.r.tasks.end[t] - app.r.tasks.start[t])}`,
            {task: app.r.tasks.thread[t]},
            task === String(app.r.tasks.thread[t]),
          ),
        );
      else more++;
    }
    replace(
      list,
      item(
        'All tasks',
        ` ${count(app.r.tasks.count)}`,
        {entry: '', task: ''},
        task === '' && entry === '',
      ),
      entries,
      h('li', {class: 'divider'}, chosen ? `Tasks of ${chosen.name}` : 'Tasks'),
      found,
      more > 0 ? h('li', {class: 'quiet'}, `and ${count(more)} more; type to find them`) : null,
    );
  };
  search.addEventListener('input', fill);
  return {element: h('div', {class: 'side'}, search, list), fill};
}

export function treeView(app) {
  const all = groups(app.r);
  const side = picker(app, all);
  const body = h('div', {class: 'body'});
  const update = () => {
    side.fill();
    const range = interval(app.r);
    const chosen = chosenTasks(app.r, all);
    const frames = state().frames === 'all' ? 'all' : 'shown';
    const tree = callTree(app.r, siteSums(app.r, range, {tasks: chosen.tasks}), {
      frames,
      fold: frames !== 'all',
    });
    replace(
      body,
      heading(app, chosen, range),
      h(
        'div',
        {class: 'controls'},
        h(
          'button',
          {
            type: 'button',
            'aria-pressed': String(frames === 'all'),
            onclick: () => change({frames: frames === 'all' ? '' : 'all'}),
          },
          'Show libraries’ and the JDK’s frames',
        ),
      ),
      tree.count === 0
        ? h('p', {class: 'quiet'}, 'No await in this interval.')
        : callTreeRows(app, tree),
    );
  };
  return {element: h('div', {class: 'tree'}, side.element, body), update};
}
