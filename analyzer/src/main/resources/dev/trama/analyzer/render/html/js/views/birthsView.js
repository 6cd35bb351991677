// Who started whom, as a tree, and the scopes of structured concurrency. The analysis merges the tasks
// of one sort; this draws them.

import {h} from '../ui/dom.js';
import {count, counted, duration} from '../data/format.js';
import {goTo} from '../ui/links.js';

const FORKS = 12;
const OPEN_TO = 4;

const CONTAINER = {none: '', executor: 'in an executor', scope: 'in a scope'};

function numbers(one, depth) {
  if (one.tasks === 0) return '';
  const site = one.site === '' && depth > 0 ? 'line not recorded' : one.site;
  const words = [`×${count(one.tasks)}`, CONTAINER[one.container], site];
  if (one.alive < one.tasks) words.push(`lived p50 ${duration(one.p50)}`);
  if (one.cancelled > 0) words.push(`${count(one.cancelled)} cancelled`);
  if (one.alive > 0) words.push(`${count(one.alive)} not ended`);
  if (one.recursive) words.push('some start others like them');
  return words.filter((word) => word !== '').join(', ');
}

function branch(one, depth) {
  const said = [
    goTo(one.who, {view: 'timeline', request: '', await: '', tasks: one.who.replace(/\*.*/, '')}),
    ' ',
    h('span', {class: 'quiet'}, numbers(one, depth)),
  ];
  if (one.children.length === 0) return h('li', {class: 'leaf'}, said);
  return h(
    'li',
    {},
    h(
      'details',
      {open: depth < OPEN_TO},
      h('summary', {}, said),
      h(
        'ul',
        {class: 'births'},
        one.children.map((child) => branch(child, depth + 1)),
      ),
    ),
  );
}

function who(r, {task, name}) {
  if (task < 0) return name;
  const first = r.tasks.first[task];
  const any = first < r.tasks.first[task + 1];
  return goTo(name, {view: 'timeline', request: '', await: any ? first : ''});
}

function scopeRow(r, scope) {
  const joined = scope.join > 0 ? `, awaited for ${duration(scope.join)} at ${scope.site}` : '';
  const more = scope.forks.length - FORKS;
  return h(
    'li',
    {},
    h('b', {}, who(r, scope.owner)),
    ` ${counted(scope.forks.length, 'fork')} in ${duration(scope.nanos)}${joined}`,
    h(
      'ul',
      {class: 'waiters'},
      scope.forks
        .slice(0, FORKS)
        .map((fork) =>
          h(
            'li',
            {class: fork.waitedFor ? 'waited-for' : ''},
            who(r, fork.who),
            ` ${duration(fork.nanos)}`,
            fork.outcome === 'ended'
              ? ''
              : h('span', {class: 'quiet'}, fork.outcome === 'alive' ? ' not ended' : ' cancelled'),
            fork.waitedFor ? h('b', {}, ' waited for') : null,
          ),
        ),
      more > 0 ? h('li', {class: 'quiet'}, `and ${count(more)} more`) : null,
    ),
  );
}

export function birthsView(app) {
  const {r} = app;
  const births = r.header.births ?? {roots: [], scopeCount: 0, scopes: []};
  const missing = births.scopeCount - births.scopes.length;
  const element = h(
    'div',
    {class: 'births-view'},
    h('h2', {}, 'Who started whom'),
    births.roots.length === 0
      ? h('p', {class: 'quiet'}, 'No task was recorded.')
      : h(
          'ul',
          {class: 'births'},
          births.roots.map((root) => branch(root, 0)),
        ),
    births.scopes.length === 0
      ? null
      : [
          h('h2', {class: 'apart'}, `${counted(births.scopeCount, 'scope')}, the longest first`),
          h(
            'ul',
            {class: 'waiters owners'},
            births.scopes.map((scope) => scopeRow(r, scope)),
          ),
          missing > 0 ? h('p', {class: 'quiet'}, `and ${count(missing)} more`) : null,
        ],
  );
  return {element, update: () => {}};
}
