// The critical path: what made a task, or the recording, take as long as it did.

import {h, replace, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {count, duration, instant, percent} from '../data/format.js';
import {interval, state} from '../ui/state.js';
import {criticalPath, lastTask, pathSums, stepPlace, stepWhat} from '../sums/criticalPath.js';
import {goTo, term} from '../ui/links.js';
import {taskName} from '../data/names.js';
import {stateBar} from './overview.js';
import {taskByThread} from '../data/find.js';

const STEPS_SHOWN = 400;
const SUMS_SHOWN = 12;

function show(r, step) {
  const room = (step.end - step.begin) * 0.5;
  const first = r.tasks.first[step.t];
  const near = step.await >= 0 ? step.await : first < r.tasks.first[step.t + 1] ? first : '';
  return {
    view: 'timeline',
    await: near,
    t0: Math.round(step.begin - room),
    t1: Math.round(step.end + room),
  };
}

function sumTable(r, sums, all) {
  return h(
    'table',
    {class: 'grid'},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['Task', 'was', 'at, or up to', ''].map((text) => h('th', {}, text)),
        ['steps', 'total', 'share'].map((text) => h('th', {class: 'num'}, text)),
      ),
    ),
    h(
      'tbody',
      {},
      sums
        .slice(0, SUMS_SHOWN)
        .map((sum) =>
          h(
            'tr',
            {},
            h('td', {class: 'code'}, sum.family),
            h('td', {}, swatch(FAMILIES[sum.longest.state].id), ' ', sum.what),
            h('td', {class: 'place'}, sum.place),
            h('td', {}, goTo('longest', show(r, sum.longest))),
            h('td', {class: 'num'}, count(sum.count)),
            h('td', {class: 'num'}, duration(sum.nanos)),
            h('td', {class: 'num'}, percent(sum.nanos, all)),
          ),
        ),
      sums.length > SUMS_SHOWN
        ? h(
            'tr',
            {},
            h('td', {colspan: '7', class: 'quiet'}, `and ${count(sums.length - SUMS_SHOWN)} more`),
          )
        : null,
    ),
  );
}

function stepList(r, steps, all) {
  const size = Math.max(1, all / 1000);
  const shown =
    steps.length > STEPS_SHOWN
      ? [...steps]
          .sort((a, b) => b.end - b.begin - (a.end - a.begin))
          .slice(0, STEPS_SHOWN)
          .sort((a, b) => a.begin - b.begin)
      : steps;
  return [
    shown.length < steps.length
      ? h('p', {class: 'quiet'}, `The ${count(STEPS_SHOWN)} longest of ${count(steps.length)} steps:`)
      : null,
    h(
      'ol',
      {class: 'steps-list'},
      shown.map((step, i) =>
        h(
          'li',
          {},
          h('span', {class: 'num quiet'}, instant(step.begin, size)),
          h('span', {class: 'num'}, duration(step.end - step.begin)),
          h('span', {
            class: 'mark',
            style: {'background-image': `var(--fill-${FAMILIES[step.state].id})`},
          }),
          h(
            'span',
            {},
            i === 0 || shown[i - 1].t !== step.t
              ? h('b', {}, goTo(taskName(r, step.t), {task: r.tasks.thread[step.t]}), ' ')
              : h('span', {class: 'same'}, taskName(r, step.t), ' '),
            goTo(stepWhat(r, step), show(r, step)),
            ' ',
            h('span', {class: 'place'}, stepPlace(r, step)),
            step.woke >= 0
              ? h(
                  'span',
                  {class: 'quiet'},
                  `, then woke ${taskName(r, r.awaits.task[step.woke])}`,
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
    const {steps, begins} = criticalPath(r, t, Math.min(r.tasks.end[t], to));
    const nanos = new Float64Array(FAMILIES.length);
    for (const step of steps) nanos[step.state] += step.end - step.begin;
    const all = nanos.reduce((a, b) => a + b, 0);
    const changes = steps.filter((one, i) => i > 0 && steps[i - 1].t !== one.t).length;
    const tasks = new Set(steps.map((one) => one.t)).size;
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
        `${duration(all)} in ${count(steps.length)} steps, through ${count(tasks)} tasks with ${count(changes)} changes of task. ${origin(begins)}. What shortens a step here shortens the whole; what is not on this path does not.`,
        chosen >= 0 ? [' ', goTo('Path of the whole recording', {task: ''})] : null,
      ),
      stateBar({nanos}),
      h('h3', {class: 'apart'}, 'What it consists of'),
      sumTable(r, pathSums(r, steps), all),
      h('h3', {class: 'apart'}, 'Step by step'),
      stepList(r, steps, all),
    );
  };
  return {element: body, update};
}

/** Why a path goes back no further, as a sentence. */
function origin(begins) {
  return begins.startsWith('there ')
    ? `It begins where ${begins.slice('there '.length)}`
    : `It goes back no further: ${begins}`;
}
