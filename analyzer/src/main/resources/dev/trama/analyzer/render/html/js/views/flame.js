// The flame graph of waiting: awaiting time by stack, the kind of await at the tips.

import {h} from '../ui/dom.js';
import {colour, pattern} from '../data/palette.js';
import {count, duration, percent} from '../data/format.js';
import {change, interval, state} from '../ui/state.js';
import {callTree, siteSums} from '../sums/callTree.js';
import {Boxes} from './boxes.js';

function path(root, keys) {
  let at = root;
  const chain = [root];
  for (const key of keys) {
    const next = at.children.find((child) => name(child) === key);
    if (!next) break;
    chain.push((at = next));
  }
  return chain;
}

function name(one) {
  return one.leaf ? `await ${one.label} ${one.place}` : `${one.label} ${one.place}`;
}

class Flame {
  constructor(app) {
    this.app = app;
    this.boxes = new Boxes({
      label:
        'Flame graph of waiting. Arrow keys move, Enter zooms in, Backspace zooms out. The await tree holds the same as text.',
      fill: (context, one, depth) =>
        one.leaf
          ? pattern(context, one.leaf.family)
          : colour(depth === 0 ? 'hover' : 'frame'),
      text: (one) => (one.leaf ? `await ${one.label}` : one.label),
      title: (one) => one.label,
      place: (one) => one.place,
      isTip: (one) => Boolean(one.leaf),
      point: (one) => this.point(one),
      go: (chain) => change({flame: chain.slice(1).map(name).join('\n')}),
    });
    this.readout = h('p', {class: 'flame-readout', role: 'status'});
    this.search = h('input', {
      type: 'search',
      placeholder: 'Find methods or kinds …',
      'aria-label': 'Find in the flame graph',
      oninput: () => change({stacks: this.search.value}, {lasting: false}),
    });
    this.told = h('span', {class: 'quiet', role: 'status'});
    this.frames = h(
      'button',
      {type: 'button', onclick: () => change({frames: state().frames === 'all' ? '' : 'all'})},
      'Show libraries’ and the JDK’s frames',
    );
    this.element = h(
      'div',
      {class: 'flame'},
      h('div', {class: 'controls'}, this.search, this.frames, this.told),
      this.boxes.crumbs,
      this.boxes.canvas,
      this.readout,
    );
    this.known = '';
    this.root = null;
  }

  update() {
    const range = interval(this.app.r);
    const {frames = '', flame = '', stacks = ''} = state();
    if (document.activeElement !== this.search) this.search.value = stacks;
    const key = `${range.from} ${range.to} ${frames}`;
    if (this.known !== key) {
      this.known = key;
      this.root = callTree(this.app.r, siteSums(this.app.r, range), {
        frames: frames === 'all' ? 'all' : 'shown',
      });
      this.root.label = 'all awaits';
    }
    this.frames.setAttribute('aria-pressed', String(frames === 'all'));
    this.boxes.show(path(this.root, flame === '' ? [] : flame.split('\n')), this.found(stacks));
  }

  found(query) {
    const wanted = query.toLowerCase();
    const hits = new Set();
    let nanos = 0;
    const look = (one, inside) => {
      const hit = wanted !== '' && name(one).toLowerCase().includes(wanted);
      if (hit) hits.add(one);
      if (hit && !inside) nanos += one.nanos;
      one.children.forEach((child) => look(child, inside || hit));
    };
    look(this.root, false);
    this.told.textContent =
      wanted === ''
        ? ''
        : `${duration(nanos)} of awaiting match, ${percent(nanos, this.root.nanos)}`;
    return hits;
  }

  point(one) {
    this.readout.textContent = `${name(one)}: ${duration(one.nanos)}, ${percent(one.nanos, this.root.nanos)} of all awaiting; ${count(one.count)} awaits, ${duration(one.nanos / one.count)} on average`;
  }
}

export function flame(app) {
  return new Flame(app);
}
