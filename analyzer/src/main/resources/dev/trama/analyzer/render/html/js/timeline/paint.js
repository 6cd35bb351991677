// Paints the timeline: tracks by raster, then names, ruler, selection and arrows by canvas calls.

import {Raster} from './raster.js';
import {Axis, drawGroup, drawLane, drawTask} from './tracks.js';
import {occupancy} from '../sums/occupancy.js';
import {colour} from '../data/palette.js';
import {count, instant} from '../data/format.js';
import {step} from '../ui/chart.js';
import {firstAbove} from '../data/tasks.js';
import {taskName} from '../data/names.js';
import {interval} from '../ui/state.js';
import {drawArrows} from './arrows.js';
import {LABELS, RULER} from './rows.js';

const BINS = 1600;
const REFINE_AFTER = 140;
const MAX_NAMED = 3000;

/**
 * A closed group's chart: of the whole recording at first; of what is shown, once the view rests.
 */
class Densities {
  constructor(r, again) {
    this.r = r;
    this.again = again;
    this.whole = new Map();
    this.fine = new Map();
    this.asked = new Map();
    this.timer = 0;
  }

  of(row, view) {
    const {key} = row;
    if (!this.whole.has(key)) {
      const occupied = occupancy(this.r, 0, this.r.length, BINS, row.drawn);
      let most = 0;
      for (let bin = 0; bin < BINS; bin++)
        most = Math.max(
          most,
          occupied.by.reduce((sum, family) => sum + Math.max(0, family[bin]), 0),
        );
      this.whole.set(key, {occupied, most});
    }
    const whole = this.whole.get(key);
    const fine = this.fine.get(key);
    if (
      fine &&
      fine.from <= view.from &&
      fine.to >= view.to &&
      fine.to - fine.from < view.length * 1.5
    )
      return {occupied: fine, most: whole.most};
    if (view.length < this.r.length * 0.8) this.refine(row, view);
    return whole;
  }

  refine(row, view) {
    clearTimeout(this.timer);
    this.asked.set(row.key, row.drawn);
    this.timer = setTimeout(() => {
      for (const [key, tasks] of this.asked) {
        const room = view.length * 0.1;
        this.fine.set(key, occupancy(this.r, view.from - room, view.to + room, BINS, tasks));
      }
      this.asked.clear();
      this.again();
    }, REFINE_AFTER);
  }
}

/** The text, or as much of it as fits. */
function fitted(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  const share = room / context.measureText(text).width;
  let length = Math.floor(text.length * share);
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > room) length--;
  return `${text.slice(0, length)}…`;
}

export class Painter {
  constructor(app, canvas, again) {
    this.app = app;
    this.r = app.r;
    this.canvas = canvas;
    this.densities = new Densities(app.r, again);
    this.raster = null;
  }

  /** Paints the rows at this scroll; width and height in CSS pixels. */
  paint({rows, view, scroll, width, height, lanes, chosen, arrows}) {
    const ratio = devicePixelRatio;
    const [w, hgt] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== hgt)
      [this.canvas.width, this.canvas.height] = [w, hgt];
    const left = Math.round(LABELS * ratio);
    const top = Math.round(RULER * ratio);
    if (w - left < 10 || hgt - top < 10) return;
    if (this.raster?.width !== w - left || this.raster?.height !== hgt - top)
      this.raster = new Raster(w - left, hgt - top);
    this.raster.clear();
    const axis = new Axis(view.from, view.to, w - left);
    const shown = [];
    for (let n = rows.at(scroll); n < rows.list.length && rows.list[n].top < scroll + height; n++)
      shown.push(rows.list[n]);
    for (const row of shown)
      this.track(row, axis, Math.round((row.top - scroll) * ratio), ratio, {view, lanes});
    const context = this.canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, w, hgt);
    context.putImageData(this.raster.image, left, top);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const place = {
      x: (time) => LABELS + (time - view.from) * ((width - LABELS) / view.length),
      y: (row) => RULER + row.top - scroll,
      width,
      height,
      rows,
      view,
      shown,
    };
    this.names(context, place, chosen);
    this.laneNames(context, place, lanes);
    const hint = drawArrows(context, this.r, place, chosen, arrows);
    this.over(context, place, chosen);
    this.ruler(context, place);
    return hint;
  }

  track(row, axis, top, ratio, {view, lanes}) {
    if (row.kind === 'carrier')
      drawLane(
        this.raster,
        axis,
        lanes[row.carrier],
        top + Math.round(2 * ratio),
        Math.round((row.height - 4) * ratio),
      );
    else if (row.kind === 'task')
      drawTask(
        this.raster,
        this.r,
        axis,
        row.task,
        top + Math.round(1.5 * ratio),
        Math.round((row.height - 3) * ratio),
        ratio,
      );
    else {
      const {occupied, most} = this.densities.of(row, view);
      drawGroup(
        this.raster,
        axis,
        occupied,
        most,
        top + Math.round(4 * ratio),
        Math.round((row.height - 6) * ratio),
      );
    }
  }

  names(context, place, chosen) {
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    for (const row of place.shown) {
      const y = place.y(row);
      const middle = y + row.height / 2 + 0.5;
      if (row.kind === 'group') {
        context.fillStyle = colour('text');
        context.font = '600 12px system-ui, sans-serif';
        context.fillText(
          fitted(context, `${row.open ? '▾' : '▸'} ${row.group.name}`, LABELS - 18),
          8,
          middle - 6,
        );
        context.fillStyle = colour('muted');
        context.font = '11px system-ui, sans-serif';
        context.fillText(
          `${count(row.tasks.length)} task${row.tasks.length === 1 ? '' : 's'}`,
          21,
          middle + 7,
        );
      } else {
        const here = row.kind === 'task' && chosen >= 0 && this.r.awaits.task[chosen] === row.task;
        context.fillStyle = colour(here ? 'accent' : row.kind === 'task' ? 'text' : 'muted');
        context.font = `${here ? '600 ' : ''}11px system-ui, sans-serif`;
        context.fillText(
          fitted(
            context,
            row.kind === 'task' ? taskName(this.r, row.task) : this.r.carriers[row.carrier],
            LABELS - 34,
          ),
          row.kind === 'task' ? 22 : 8,
          middle,
        );
      }
      if (row.kind === 'group') {
        context.fillStyle = colour('line');
        context.fillRect(0, y, place.width, 1);
      }
    }
  }

  /** Names of the tasks in a carrier's lane, where there is room. */
  laneNames(context, place, lanes) {
    context.font = '10px system-ui, sans-serif';
    for (const row of place.shown) {
      if (row.kind !== 'carrier') continue;
      const lane = lanes[row.carrier];
      const first = firstAbove(lane.end, 0, lane.end.length, place.view.from);
      const last = firstAbove(lane.begin, first, lane.begin.length, place.view.to);
      if (last - first > MAX_NAMED) continue;
      for (let i = first; i < last; i++) {
        const left = Math.max(place.x(lane.begin[i]), LABELS);
        const room = Math.min(place.x(lane.end[i]), place.width) - left;
        if (room < 50) continue;
        const text = fitted(context, taskName(this.r, lane.task[i]), room - 10);
        if (lane.pinned[i]) {
          context.fillStyle = colour('bad');
          context.fillRect(
            left + 2,
            place.y(row) + 3,
            context.measureText(text).width + 4,
            row.height - 6,
          );
        }
        context.fillStyle = colour('ground');
        context.fillText(text, left + 4, place.y(row) + row.height / 2 + 0.5);
      }
    }
  }

  /** The chosen await's outline, and a veil over what is outside the selected interval. */
  over(context, place, chosen) {
    const {from, to, whole} = interval(this.r);
    if (!whole) {
      context.fillStyle = colour('veil');
      const [left, right] = [Math.max(LABELS, place.x(from)), Math.max(LABELS, place.x(to))];
      context.fillRect(LABELS, RULER, left - LABELS, place.height);
      context.fillRect(right, RULER, Math.max(0, place.width - right), place.height);
    }
    const row =
      chosen < 0 ? undefined : place.rows.list[place.rows.ofTask(this.r.awaits.task[chosen])];
    if (!row) return;
    const left = Math.max(LABELS, place.x(this.r.awaits.begin[chosen]));
    const right = Math.max(left + 2, place.x(this.r.awaits.end[chosen]));
    context.strokeStyle = colour('accent');
    context.lineWidth = 2;
    context.strokeRect(left - 1, place.y(row), right - left + 2, row.height);
  }

  ruler(context, place) {
    context.fillStyle = colour('panel');
    context.fillRect(0, 0, place.width, RULER);
    context.fillStyle = colour('line');
    context.fillRect(0, RULER - 1, place.width, 1);
    context.fillRect(LABELS - 1, 0, 1, place.height);
    const size = step(place.view.length, (place.width - LABELS) / 110);
    context.font = '11px system-ui, sans-serif';
    context.textAlign = 'left';
    for (let time = Math.ceil(place.view.from / size) * size; time < place.view.to; time += size) {
      const x = place.x(time);
      if (x < LABELS || time < 0) continue;
      context.fillStyle = colour('line');
      context.fillRect(x, RULER - 6, 1, 6);
      context.fillStyle = colour('muted');
      context.fillText(instant(time, size), x + 4, RULER / 2);
    }
  }
}
