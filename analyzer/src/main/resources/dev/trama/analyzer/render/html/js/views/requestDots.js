// Requests of one name as dots: when each began, how long it took. A click opens the nearest.

import {eachFrame, h} from '../ui/dom.js';
import {colour, onTheme} from '../data/palette.js';
import {duration, instant} from '../data/format.js';
import {requestKey} from '../data/requests.js';
import {step} from '../ui/chart.js';

const HEIGHT = 220;
const LEFT = 64;
const BOTTOM = 20;
const REACH = 14;

export class RequestDots {
  /** `slowFrom` is where slow begins; 0 when it is not known. */
  constructor(r, list, range, slowFrom, open) {
    this.r = r;
    this.list = list;
    this.range = range;
    this.slowFrom = slowFrom;
    this.open = open;
    this.here = list.length > 0 ? 0 : -1;
    this.canvas = h('canvas', {
      class: 'dots',
      tabindex: '0',
      role: 'application',
      'aria-label':
        'Requests by when they began and how long they took. Left and right move from one to the next, Enter opens it. The slowest are listed below.',
    });
    this.readout = h('p', {class: 'flame-readout', role: 'status'});
    this.element = h('div', {class: 'dots-box'}, this.canvas, this.readout);
    const lengths = list.map((q) => this.length(q));
    this.low = Math.log10(Math.max(1, lengths.reduce((a, b) => Math.min(a, b), Infinity)));
    this.high = Math.log10(Math.max(10, lengths.reduce((a, b) => Math.max(a, b), 1)));
    if (this.high - this.low < 0.3) [this.low, this.high] = [this.low - 0.2, this.high + 0.2];
    this.paint = eachFrame(() => this.draw());
    new ResizeObserver(this.paint).observe(this.element);
    onTheme(this.paint);
    this.canvas.addEventListener('pointermove', (event) => {
      const i = this.nearest(event.offsetX, event.offsetY);
      this.canvas.style.cursor = i < 0 ? 'default' : 'pointer';
      if (i >= 0) this.point(i);
    });
    this.canvas.addEventListener('click', (event) => {
      const i = this.nearest(event.offsetX, event.offsetY);
      if (i >= 0) open(list[i]);
    });
    this.canvas.addEventListener('keydown', (event) => this.key(event));
  }

  length(q) {
    return this.r.requests.end[q] - this.r.requests.start[q];
  }

  x(q) {
    const {from, to} = this.range;
    const share = (this.r.requests.start[q] - from) / (to - from);
    return LEFT + 6 + share * (this.canvas.clientWidth - LEFT - 12);
  }

  y(nanos) {
    const share = (Math.log10(Math.max(nanos, 1)) - this.low) / (this.high - this.low);
    return HEIGHT - BOTTOM - 6 - share * (HEIGHT - BOTTOM - 14);
  }

  nearest(x, y) {
    let best = -1;
    let least = REACH * REACH;
    this.list.forEach((q, i) => {
      const apart = (this.x(q) - x) ** 2 + (this.y(this.length(q)) - y) ** 2;
      if (apart < least) [best, least] = [i, apart];
    });
    return best;
  }

  point(i) {
    this.here = i;
    const q = this.list[i];
    const size = (this.range.to - this.range.from) / 200;
    this.readout.textContent = `${requestKey(this.r, q)}: ${duration(this.length(q))}, began at ${instant(this.r.requests.start[q], size)}`;
    this.paint();
  }

  key(event) {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (by) this.point(Math.min(this.list.length - 1, Math.max(0, this.here + by)));
    else if (event.key === 'Enter' && this.here >= 0) this.open(this.list[this.here]);
    else return;
    event.preventDefault();
  }

  draw() {
    const width = this.canvas.clientWidth;
    if (width === 0) return;
    const ratio = devicePixelRatio;
    this.canvas.width = width * ratio;
    this.canvas.height = HEIGHT * ratio;
    const context = this.canvas.getContext('2d');
    context.scale(ratio, ratio);
    context.font = '11px system-ui, sans-serif';
    this.axes(context, width);
    const size = this.list.length > 3000 ? 2 : 4;
    const [usual, slow] = [colour('accent'), colour('bad')];
    for (const q of this.list) {
      context.fillStyle = this.slowFrom > 0 && this.length(q) >= this.slowFrom ? slow : usual;
      context.fillRect(this.x(q) - size / 2, this.y(this.length(q)) - size / 2, size, size);
    }
    if (this.here < 0) return;
    const q = this.list[this.here];
    context.strokeStyle = colour('text');
    context.lineWidth = 2;
    context.strokeRect(this.x(q) - 5, this.y(this.length(q)) - 5, 10, 10);
  }

  axes(context, width) {
    context.fillStyle = colour('muted');
    context.strokeStyle = colour('line');
    context.textBaseline = 'middle';
    for (let power = Math.floor(this.low); power <= Math.ceil(this.high); power++) {
      for (const factor of [1, 2, 5]) {
        const nanos = factor * 10 ** power;
        const y = this.y(nanos);
        if (y < 4 || y > HEIGHT - BOTTOM) continue;
        context.beginPath();
        context.moveTo(LEFT, y);
        context.lineTo(width, y);
        context.stroke();
        context.textAlign = 'right';
        context.fillText(duration(nanos), LEFT - 6, y);
      }
    }
    const {from, to} = this.range;
    const size = step(to - from, width / 120);
    context.textAlign = 'left';
    for (let time = Math.ceil(from / size) * size; time <= to; time += size) {
      const x = LEFT + 6 + ((time - from) / (to - from)) * (width - LEFT - 12);
      if (x < width - 44) context.fillText(instant(time, size), x, HEIGHT - BOTTOM / 2);
    }
  }
}
