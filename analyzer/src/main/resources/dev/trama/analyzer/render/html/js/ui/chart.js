// The chart of concurrency (tasks in flight, by state) above parallelism (carriers in use), with a
// selection that the whole page follows.

import {h, eachFrame} from './dom.js';
import {FAMILIES, PINNED, RUNNING, colour, onTheme, pattern} from '../data/palette.js';
import {occupancy, parallelism} from '../sums/occupancy.js';
import {count, duration, instant} from '../data/format.js';
import {change, interval, onState} from './state.js';
import {brush} from './brush.js';

const ORDER = FAMILIES.map((_, i) => i);

function highest(occupied, value) {
  let most = 0;
  for (let bin = 0; bin < occupied.count; bin++) most = Math.max(most, value(bin));
  return most;
}

function inFlight(occupied, bin) {
  return ORDER.reduce((sum, family) => sum + Math.max(0, occupied.by[family][bin]), 0);
}

/** A round number of ticks for an axis of this length. */
export function step(length, about) {
  const raw = length / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw);
}

function area(context, width, bottom, occupied, below, value, scale, fill) {
  const dx = width / occupied.count;
  context.beginPath();
  context.moveTo(0, bottom);
  const tops = below.slice();
  for (let bin = 0; bin < occupied.count; bin++) {
    const y = bottom - below[bin] * scale;
    context.lineTo(bin * dx, y);
    context.lineTo((bin + 1) * dx, y);
    tops[bin] += value(bin);
  }
  for (let bin = occupied.count - 1; bin >= 0; bin--) {
    const y = bottom - tops[bin] * scale;
    context.lineTo((bin + 1) * dx, y);
    context.lineTo(bin * dx, y);
  }
  context.fillStyle = fill;
  context.fill();
  return tops;
}

function label(context, text, x, y, align = 'left') {
  context.textAlign = align;
  context.lineWidth = 3;
  context.strokeStyle = colour('ground');
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

class Chart {
  constructor(r, height, axis) {
    this.r = r;
    this.axis = axis ? 18 : 0;
    this.canvas = h('canvas', {
      class: 'chart',
      height,
      tabindex: '0',
      role: 'application',
      'aria-label':
        'Tasks in flight and carriers in use over time. Left and right move the selected interval, plus and minus change its length, Escape clears it.',
    });
    this.readout = h('output', {class: 'readout'});
    this.element = h(
      'div',
      {class: axis ? 'chart-box' : 'chart-box strip', style: {height: `${height}px`}},
      this.canvas,
      this.readout,
    );
    this.height = height;
    this.width = 0;
    this.occupied = null;
    this.dragged = null;
    this.paint = eachFrame(() => this.draw());
    new ResizeObserver(this.paint).observe(this.element);
    onTheme(this.paint);
    onState(this.paint);
    brush(this);
  }

  sample(width) {
    const bins = Math.max(50, Math.floor(width / 2));
    if (this.occupied?.count !== bins) this.occupied = occupancy(this.r, 0, this.r.length, bins);
    return this.occupied;
  }

  x(time) {
    return (time / this.r.length) * this.width;
  }

  time(x) {
    return Math.min(this.r.length, Math.max(0, (x / this.width) * this.r.length));
  }

  draw() {
    this.width = this.element.clientWidth;
    if (this.width === 0) return;
    const ratio = devicePixelRatio;
    this.canvas.width = this.width * ratio;
    this.canvas.height = this.height * ratio;
    const context = this.canvas.getContext('2d');
    context.scale(ratio, ratio);
    context.font = '11px system-ui, sans-serif';
    const occupied = this.sample(this.width);
    const bottom = this.height - this.axis;
    // Only carriers that awaits gave up are known: tasks that never await can run on others.
    const carriers = Math.max(
      this.r.carriers.length,
      Math.ceil(highest(occupied, (bin) => parallelism(occupied, bin, PINNED)) - 0.01),
      1,
    );
    const parallelHeight = this.axis ? Math.min(64, bottom * 0.3) : bottom * 0.28;
    const gap = this.axis ? 26 : 3;
    const flightBottom = bottom - parallelHeight - gap;
    const flightTop = this.axis ? 18 : 2;
    const most = highest(occupied, (bin) => inFlight(occupied, bin));
    let below = new Float64Array(occupied.count);
    const flightScale = (flightBottom - flightTop) / Math.max(most, 1);
    for (const family of ORDER) {
      if (highest(occupied, (bin) => occupied.by[family][bin]) < 1e-6) continue;
      below = area(
        context,
        this.width,
        flightBottom,
        occupied,
        below,
        (bin) => Math.max(0, occupied.by[family][bin]),
        flightScale,
        pattern(context, family),
      );
    }
    const parallelScale = parallelHeight / carriers;
    const flat = new Float64Array(occupied.count);
    context.fillStyle = colour('panel');
    context.fillRect(0, bottom - parallelHeight, this.width, parallelHeight);
    const ran = area(
      context,
      this.width,
      bottom,
      occupied,
      flat,
      (bin) => Math.max(0, occupied.by[RUNNING][bin]),
      parallelScale,
      pattern(context, RUNNING),
    );
    area(
      context,
      this.width,
      bottom,
      occupied,
      ran,
      (bin) => Math.max(0, occupied.by[PINNED][bin]),
      parallelScale,
      pattern(context, PINNED),
    );
    this.frame(context, bottom, flightBottom, bottom - parallelHeight, most, carriers);
    this.selection(context);
  }

  frame(context, bottom, flightBottom, parallelTop, most, carriers) {
    context.strokeStyle = colour('line');
    context.lineWidth = 1;
    context.strokeRect(0.5, parallelTop - 0.5, this.width - 1, bottom - parallelTop);
    context.beginPath();
    context.moveTo(0, flightBottom + 0.5);
    context.lineTo(this.width, flightBottom + 0.5);
    context.stroke();
    if (!this.axis) return;
    context.fillStyle = colour('text');
    label(context, `Concurrency: tasks in flight, at most ${count(Math.round(most))}`, 6, 12);
    label(context, `Parallelism: carriers in use, of ${count(carriers)}`, 6, parallelTop - 7);
    context.fillStyle = colour('muted');
    const size = step(this.r.length, this.width / 110);
    for (let time = 0; time <= this.r.length; time += size) {
      const x = this.x(time);
      context.fillRect(x, bottom, 1, 4);
      if (x < this.width - 44) label(context, instant(time, size), x + 3, this.height - 4);
    }
  }

  selection(context) {
    const {from, to, whole} = this.dragged ?? interval(this.r);
    if (whole) return;
    const [left, right] = [this.x(from), this.x(to)];
    context.fillStyle = colour('veil');
    context.fillRect(0, 0, left, this.height);
    context.fillRect(right, 0, this.width - right, this.height);
    context.fillStyle = colour('accent');
    context.fillRect(left - 1, 0, 2, this.height);
    context.fillRect(right - 1, 0, 2, this.height);
  }

  /** The state at one instant, in words. */
  tell(x) {
    const occupied = this.occupied;
    const bin = Math.min(
      occupied.count - 1,
      Math.max(0, Math.floor((x / this.width) * occupied.count)),
    );
    const parts = ORDER.filter((family) => occupied.by[family][bin] >= 0.05).map(
      (family) => `${FAMILIES[family].label.toLowerCase()} ${occupied.by[family][bin].toFixed(1)}`,
    );
    const size = this.r.length / this.width;
    return `${instant(this.time(x), size)}: ${inFlight(occupied, bin).toFixed(1)} tasks in flight (${parts.join(', ')}); ${parallelism(occupied, bin, PINNED).toFixed(1)} carriers in use`;
  }

  select(from, to) {
    if (to - from <= 0) change({from: '', to: ''});
    else change({from: String(Math.round(from)), to: String(Math.round(to))});
  }

  selected() {
    const chosen = interval(this.r);
    return chosen.whole ? '' : `${duration(chosen.to - chosen.from)} selected`;
  }
}

export function chart(r, {height, axis}) {
  return new Chart(r, height, axis);
}
