// One request over time: a track for each stretch of a task that worked for it.

import {eachFrame, h} from '../ui/dom.js';
import {colour, onTheme} from '../data/palette.js';
import {counted, duration} from '../data/format.js';
import {taskName} from '../data/names.js';
import {firstAbove} from '../data/tasks.js';
import {Axis, drawTask} from '../timeline/tracks.js';
import {Raster} from '../timeline/raster.js';
import {goTo} from '../ui/links.js';

const MOST = 60;
const HEIGHT = 18;

/** The part of the timeline that shows this request: its tasks, its time and some room around it. */
export function onTimeline(r, q, key) {
  const room = (r.requests.end[q] - r.requests.start[q]) * 0.05;
  return {
    view: 'timeline',
    request: key,
    await: '',
    tasks: '',
    t0: Math.round(r.requests.start[q] - room),
    t1: Math.round(r.requests.end[q] + room),
  };
}

function nearAwait(r, t, time) {
  const i = firstAbove(r.awaits.end, r.tasks.first[t], r.tasks.first[t + 1], time);
  return i < r.tasks.first[t + 1] ? i : '';
}

class Track {
  constructor(r, q, p) {
    this.r = r;
    this.t = r.requests.parts.task[p] - 1;
    this.p = p;
    this.q = q;
    this.canvas = h('canvas', {class: 'track', style: {height: `${HEIGHT}px`}});
  }

  draw() {
    const width = this.canvas.clientWidth;
    if (width === 0 || this.t < 0) return;
    const ratio = devicePixelRatio;
    const {start, end, parts} = this.r.requests;
    const room = Math.max(1, (end[this.q] - start[this.q]) * 0.02);
    const raster = new Raster(Math.round(width * ratio), Math.round(HEIGHT * ratio));
    const axis = new Axis(start[this.q] - room, end[this.q] + room, raster.width);
    drawTask(raster, this.r, axis, this.t, 0, raster.height, ratio);
    this.canvas.width = raster.width;
    this.canvas.height = raster.height;
    const context = this.canvas.getContext('2d');
    context.putImageData(raster.image, 0, 0);
    context.fillStyle = colour('veil');
    const [from, to] = [axis.x(parts.start[this.p]), axis.x(parts.end[this.p])];
    context.fillRect(0, 0, from, raster.height);
    context.fillRect(to, 0, raster.width - to, raster.height);
  }
}

function who(r, q, p, key) {
  const {parts} = r.requests;
  const t = parts.task[p] - 1;
  if (t < 0) return `${r.threads[parts.thread[p] - 1]}, a platform thread: not recorded`;
  return goTo(
    taskName(r, t),
    {...onTimeline(r, q, key), await: nearAwait(r, t, parts.start[p])},
    {title: 'Show this task on the timeline'},
  );
}

/** The part with which it began comes first. */
export function requestTracks(app, q, key) {
  const {r} = app;
  const {first, parts} = r.requests;
  const list = Array.from({length: first[q + 1] - first[q]}, (_, i) => first[q] + i);
  const shown = list.slice(0, MOST).map((p) => new Track(r, q, p));
  const rows = h(
    'div',
    {class: 'request-tracks'},
    shown.map((track) =>
      h(
        'div',
        {class: 'request-track'},
        h('span', {class: 'code'}, who(r, q, track.p, key)),
        track.t < 0 ? h('span', {}) : track.canvas,
        h('span', {class: 'num'}, duration(parts.end[track.p] - parts.start[track.p])),
      ),
    ),
  );
  const paint = eachFrame(() => shown.forEach((track) => track.draw()));
  new ResizeObserver(paint).observe(rows);
  onTheme(paint);
  return [
    rows,
    list.length > shown.length
      ? h('p', {class: 'quiet'}, `and ${counted(list.length - shown.length, 'more part')}`)
      : null,
  ];
}
