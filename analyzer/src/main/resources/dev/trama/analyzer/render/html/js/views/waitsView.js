// Who waited for whom when the recording ended. The analysis decides what is certain; this draws
// it: a tree below each task that others wait for, then the rest.

import {h} from '../ui/dom.js';
import {count, counted, duration} from '../data/format.js';
import {goTo, placeLink} from '../ui/links.js';

const ROWS = 50;

const REASON = {
  owner: ', whose owner it is',
  children: ', for it to end',
  borrowers: ', of which it holds one',
};

const REST = [
  ['woken', 'A carrier: woken, but not run since'],
  ['unknown', 'Somebody: unknown, who'],
  ['nobody', 'Nobody: time or the network'],
];

function grouped(list, key) {
  const groups = new Map();
  for (const one of list) {
    if (!groups.has(key(one))) groups.set(key(one), []);
    groups.get(key(one)).push(one);
  }
  return [...groups.values()];
}

class Waits {
  constructor(app, {waiting, cycles}) {
    this.app = app;
    this.waiting = waiting;
    this.cycles = cycles;
    this.byName = new Map(waiting.map((one) => [one.who.name, one]));
    this.waiters = new Map();
    for (const one of waiting) {
      for (const owner of one.owners) {
        if (!this.waiters.has(owner.name)) this.waiters.set(owner.name, {who: owner, list: []});
        this.waiters.get(owner.name).list.push(one);
      }
    }
  }

  name({task, name}) {
    const {r} = this.app;
    if (task < 0) return name;
    const last = r.tasks.first[task + 1] - 1;
    return goTo(name, {view: 'timeline', request: '', await: last < r.tasks.first[task] ? '' : last});
  }

  at(one) {
    return one.frame < 0
      ? h('span', {class: 'quiet'}, '(no stack taken)')
      : placeLink(this.app, one.frame, one.site);
  }

  doing(who) {
    const one = this.byName.get(who.name);
    if (one)
      return [', which awaits ', h('b', {}, one.kind), ' at ', this.at(one), ` for ${duration(one.nanos)}`];
    if (who.task < 0) return ', which is not a virtual thread, or was not seen to suspend';
    return who.ended ? ', which has ended' : ', which runs';
  }

  said(alike) {
    const [first] = alike;
    return [
      alike.length === 1 ? null : `${count(alike.length)} tasks such as `,
      this.name(first.who),
      ` for ${duration(first.nanos)}: `,
      h('b', {}, `await ${first.kind}`),
      ' at ',
      this.at(first),
    ];
  }

  /** Similar tasks that no other task waits for are one row; what is below a task is drawn once. */
  below(owner, above) {
    const rows = grouped(this.waiters.get(owner)?.list ?? [], (one) =>
      [one.kind, one.site, one.reason, this.waiters.has(one.who.name) ? one.who.name : ''].join('\n'),
    );
    if (rows.length === 0) return null;
    return h(
      'ul',
      {class: 'waiters'},
      rows.slice(0, ROWS).map((alike) => {
        const {name} = alike[0].who;
        const known = above.has(name);
        const deeper = known ? null : this.below(name, above.add(name));
        return h('li', {}, this.said(alike), REASON[alike[0].reason], deeper);
      }),
      rows.length > ROWS ? h('li', {class: 'quiet'}, `and ${count(rows.length - ROWS)} more`) : null,
    );
  }

  /** Those for which most tasks wait come first; of a circle, its first. */
  owners() {
    const inner = new Set(
      this.waiting.filter((one) => one.owners.length > 0).map((one) => one.who.name),
    );
    this.cycles.forEach((cycle) => inner.delete(cycle[0].name));
    return [...this.waiters.values()]
      .filter(({who}) => !inner.has(who.name))
      .sort((a, b) => b.list.length - a.list.length)
      .slice(0, ROWS)
      .map(({who}) =>
        h('li', {}, h('b', {}, this.name(who)), this.doing(who), this.below(who.name, new Set([who.name]))),
      );
  }

  rest(reason, title) {
    const list = this.waiting.filter((one) => one.reason === reason);
    if (list.length === 0) return null;
    const rows = grouped(list, (one) => `${one.kind}\n${one.site}`).sort(
      (a, b) => b.length - a.length,
    );
    return [
      h('h3', {class: 'apart'}, title),
      h(
        'ul',
        {class: 'waiters'},
        rows.slice(0, ROWS).map((alike) => h('li', {}, this.said(alike))),
        rows.length > ROWS ? h('li', {class: 'quiet'}, `and ${count(rows.length - ROWS)} more`) : null,
      ),
    ];
  }

  element() {
    const deadlocks = this.cycles.map((cycle) =>
      h(
        'p',
        {class: 'deadlock'},
        h('b', {}, 'Deadlock: '),
        cycle.flatMap((who) => [this.name(who), ' → ']),
        this.name(cycle[0]),
      ),
    );
    const owners = this.owners();
    return [
      deadlocks,
      owners.length > 0 ? h('ul', {class: 'waiters owners'}, owners) : null,
      REST.map(([reason, title]) => this.rest(reason, title)),
    ];
  }
}

export function waitsView(app) {
  const waits = app.r.header.waits ?? {suspended: 0, waiting: [], cycles: []};
  const missing = waits.suspended - waits.waiting.length;
  const element = h(
    'div',
    {class: 'waits'},
    h('h2', {}, `${counted(waits.suspended, 'task')} suspended when the recording ended`),
    h(
      'p',
      {class: 'quiet'},
      'Who waits for whom, as far as that is certain: owners of locks and monitors, children of scopes and executors, borrowers of pools.',
    ),
    new Waits(app, waits).element(),
    missing > 0
      ? h('p', {class: 'quiet'}, `These are the tasks that wait longest; ${count(missing)} more wait.`)
      : null,
  );
  return {element, update: () => {}};
}
