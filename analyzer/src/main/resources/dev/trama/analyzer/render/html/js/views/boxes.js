// Boxes of a tree on a canvas, each as wide as its share of its parent's time: a flame graph
// consists of them, with the path from the root to what is shown above. A node is {nanos,
// children}; the graph says what it is called and how it is filled.

import {eachFrame, h, replace} from '../ui/dom.js';
import {colour, onTheme} from '../data/palette.js';

const ROW = 20;
const LEAST = 0.00002;

function lay(top) {
  const list = [];
  const put = (one, left, width, depth) => {
    list.push({one, left, width, depth});
    let at = left;
    for (const child of [...one.children].sort((a, b) => b.nanos - a.nanos)) {
      const share = one.nanos > 0 ? (child.nanos / one.nanos) * width : 0;
      if (share > LEAST) put(child, at, share, depth + 1);
      at += share;
    }
  };
  put(top, 0, 1, 0);
  return list;
}

/** The nodes from below `top` down to the target. */
function chainTo(top, target) {
  if (top === target) return [];
  for (const child of top.children) {
    const rest = chainTo(child, target);
    if (rest) return [child, ...rest];
  }
  return null;
}

/**
 * `graph` has label, fill(context, one, depth), text(one), title(one), place(one), isTip(one),
 * point(one) and go(chain), which shows another chain of nodes from the root down.
 */
export class Boxes {
  constructor(graph) {
    this.graph = graph;
    this.canvas = h('canvas', {tabindex: '0', role: 'application', 'aria-label': graph.label});
    this.crumbs = h('span', {class: 'crumbs'});
    this.chain = [];
    this.list = [];
    this.here = null;
    this.hits = new Set();
    this.paint = eachFrame(() => this.draw());
    new ResizeObserver(this.paint).observe(this.canvas);
    onTheme(this.paint);
    this.canvas.addEventListener('pointermove', (event) =>
      this.point(this.at(event.offsetX, event.offsetY)),
    );
    this.canvas.addEventListener('click', (event) =>
      this.zoom(this.at(event.offsetX, event.offsetY)),
    );
    this.canvas.addEventListener('keydown', (event) => this.key(event));
  }

  /**
   * Shows what is below the last of a chain of nodes from the root down; hits among these stand
   * out.
   */
  show(chain, hits = new Set()) {
    this.chain = chain;
    replace(
      this.crumbs,
      chain.map((one, i) => [
        i > 0 ? ' › ' : null,
        h(
          'button',
          {type: 'button', class: 'bare crumb', onclick: () => this.graph.go(chain.slice(0, i + 1))},
          this.graph.title(one),
        ),
      ]),
    );
    this.list = lay(chain.at(-1));
    this.here = this.list[0];
    this.hits = hits;
    this.paint();
  }

  zoom(box) {
    if (box) this.graph.go([...this.chain, ...(chainTo(this.chain.at(-1), box.one) ?? [])]);
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
    this.graph.point(box.one);
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
    else if (event.key === 'Backspace')
      this.graph.go(this.chain.length > 1 ? this.chain.slice(0, -1) : this.chain);
    else return;
    event.preventDefault();
  }

  draw() {
    const width = this.canvas.parentElement?.clientWidth ?? 0;
    if (width === 0) return;
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
    context.fillStyle = this.graph.fill(context, one, depth);
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
    const text = this.graph.text(one);
    const tip = this.graph.isTip(one);
    if (tip) {
      context.fillStyle = colour('ground');
      context.fillRect(x + 3, y + 3, Math.min(context.measureText(text).width + 6, w - 8), ROW - 7);
    }
    context.fillStyle = colour('text');
    context.fillText(text, x + 6, y + ROW / 2);
    const place = this.graph.place(one);
    if (!tip && w > 220 && place) {
      context.fillStyle = colour('muted');
      context.fillText(place, x + 14 + context.measureText(text).width, y + ROW / 2);
    }
    context.restore();
  }
}
