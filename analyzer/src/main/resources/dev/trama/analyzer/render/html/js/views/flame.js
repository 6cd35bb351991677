// The flame graph of waiting: awaiting time by stack, the kind of await at the tips.

import {eachFrame, h} from '../ui/dom.js';
import {colour, onTheme, pattern} from '../data/palette.js';
import {count, duration, percent} from '../data/format.js';
import {change, interval, state} from '../ui/state.js';
import {callTree, siteSums} from '../sums/callTree.js';

const ROW = 20;

/** Boxes of the tree below one node, as wide as their share of its time. */
function boxes(top) {
  const list = [];
  const put = (one, left, width, depth) => {
    list.push({one, left, width, depth});
    let at = left;
    for (const child of [...one.children].sort((a, b) => b.nanos - a.nanos)) {
      const share = one.nanos > 0 ? (child.nanos / one.nanos) * width : 0;
      if (share > 0.00002) put(child, at, share, depth + 1);
      at += share;
    }
  };
  put(top, 0, 1, 0);
  return list;
}

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
    this.canvas = h('canvas', {
      tabindex: '0',
      role: 'application',
      'aria-label':
        'Flame graph of waiting. Arrow keys move, Enter zooms in, Backspace zooms out. The await tree holds the same as text.',
    });
    this.readout = h('p', {class: 'flame-readout', role: 'status'});
    this.search = h('input', {
      type: 'search',
      placeholder: 'Find methods or kinds …',
      'aria-label': 'Find in the flame graph',
      oninput: () => change({stacks: this.search.value}, {lasting: false}),
    });
    this.told = h('span', {class: 'quiet', role: 'status'});
    this.crumbs = h('span', {class: 'crumbs'});
    this.frames = h(
      'button',
      {type: 'button', onclick: () => change({frames: state().frames === 'all' ? '' : 'all'})},
      'Show libraries’ and the JDK’s frames',
    );
    this.element = h(
      'div',
      {class: 'flame'},
      h('div', {class: 'controls'}, this.search, this.frames, this.told),
      this.crumbs,
      this.canvas,
      this.readout,
    );
    this.paint = eachFrame(() => this.draw());
    new ResizeObserver(this.paint).observe(this.element);
    onTheme(this.paint);
    this.canvas.addEventListener('pointermove', (event) =>
      this.point(this.at(event.offsetX, event.offsetY)),
    );
    this.canvas.addEventListener('click', (event) =>
      this.zoom(this.at(event.offsetX, event.offsetY)),
    );
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.here = null;
    this.known = '';
    this.root = null;
    this.chain = [];
    this.list = [];
    this.hits = new Set();
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
    this.chain = path(this.root, flame === '' ? [] : flame.split('\n'));
    this.list = boxes(this.chain.at(-1));
    this.here = this.list[0];
    this.crumbs.replaceChildren(
      ...this.chain.flatMap((one, i) => [
        i > 0 ? ' › ' : '',
        h(
          'button',
          {type: 'button', class: 'bare crumb', onclick: () => this.go(this.chain.slice(1, i + 1))},
          one.label,
        ),
      ]),
    );
    this.found(stacks);
    this.paint();
  }

  found(query) {
    const wanted = query.toLowerCase();
    this.hits = new Set();
    let nanos = 0;
    const look = (one, inside) => {
      const hit = wanted !== '' && name(one).toLowerCase().includes(wanted);
      if (hit) this.hits.add(one);
      if (hit && !inside) nanos += one.nanos;
      one.children.forEach((child) => look(child, inside || hit));
    };
    look(this.root, false);
    this.told.textContent =
      wanted === ''
        ? ''
        : `${duration(nanos)} of awaiting match, ${percent(nanos, this.root.nanos)}`;
  }

  go(chain) {
    change({flame: chain.map(name).join('\n')});
  }

  zoom(box) {
    if (!box) return;
    const below = this.pathTo(box.one);
    this.go([...this.chain.slice(1), ...below]);
  }

  pathTo(target) {
    const look = (one) => {
      if (one === target) return [];
      for (const child of one.children) {
        const rest = look(child);
        if (rest) return [child, ...rest];
      }
      return null;
    };
    return look(this.chain.at(-1)) ?? [];
  }

  at(x, y) {
    const depth = Math.floor(y / ROW);
    const share = x / this.canvas.clientWidth;
    return this.list.find(
      (box) => box.depth === depth && share >= box.left && share < box.left + box.width,
    );
  }

  point(box) {
    if (!box) return;
    this.here = box;
    const {one} = box;
    this.readout.textContent = `${name(one)}: ${duration(one.nanos)}, ${percent(one.nanos, this.root.nanos)} of all awaiting; ${count(one.count)} awaits, ${duration(one.nanos / one.count)} on average`;
    this.paint();
  }

  key(event) {
    const box = this.here;
    const {list} = this;
    const middle = box.left + box.width / 2;
    const row = (depth) => list.filter((one) => one.depth === depth);
    const next = {
      ArrowDown: () =>
        list.find(
          (one) =>
            one.depth === box.depth + 1 && one.left >= box.left && one.left < box.left + box.width,
        ),
      ArrowUp: () =>
        row(box.depth - 1).find((one) => middle >= one.left && middle <= one.left + one.width),
      ArrowRight: () => row(box.depth)[row(box.depth).indexOf(box) + 1],
      ArrowLeft: () => row(box.depth)[row(box.depth).indexOf(box) - 1],
    }[event.key];
    if (next) this.point(next() ?? box);
    else if (event.key === 'Enter') this.zoom(box);
    else if (event.key === 'Backspace') this.go(this.chain.slice(1, -1));
    else return;
    event.preventDefault();
  }

  draw() {
    const width = this.element.clientWidth;
    const depth = this.list.reduce((most, box) => Math.max(most, box.depth), 0) + 1;
    const ratio = devicePixelRatio;
    this.canvas.style.height = `${depth * ROW}px`;
    this.canvas.width = width * ratio;
    this.canvas.height = depth * ROW * ratio;
    const context = this.canvas.getContext('2d');
    context.scale(ratio, ratio);
    context.textBaseline = 'middle';
    context.font = '11px system-ui, sans-serif';
    for (const box of this.list) this.box(context, box, width);
  }

  box(context, {one, left, width, depth}, all) {
    const x = left * all;
    const w = Math.max(width * all - 1, 0.5);
    const y = depth * ROW;
    context.fillStyle = one.leaf
      ? pattern(context, one.leaf.family)
      : colour(depth === 0 ? 'hover' : 'frame');
    context.fillRect(x, y, w, ROW - 1);
    if (this.hits.has(one) || this.here?.one === one) {
      context.strokeStyle = colour(this.here?.one === one ? 'text' : 'accent');
      context.lineWidth = 2;
      context.strokeRect(x + 1, y + 1, Math.max(w - 2, 1), ROW - 3);
    }
    if (w < 26) return;
    context.save();
    context.beginPath();
    context.rect(x, y, w - 4, ROW);
    context.clip();
    const text = one.leaf ? `await ${one.label}` : one.label;
    if (one.leaf) {
      context.fillStyle = colour('ground');
      context.fillRect(x + 3, y + 3, Math.min(context.measureText(text).width + 6, w - 8), ROW - 7);
    }
    context.fillStyle = colour('text');
    context.fillText(text, x + 6, y + ROW / 2);
    if (!one.leaf && w > 220 && one.place) {
      context.fillStyle = colour('muted');
      context.fillText(one.place, x + 14 + context.measureText(text).width, y + ROW / 2);
    }
    context.restore();
  }
}

export function flame(app) {
  return new Flame(app);
}
