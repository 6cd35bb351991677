// Draws tracks into a raster: tasks, carriers, closed groups. Where several awaits share a pixel,
// the column shows their shares of its time, so that no short await is dropped and no long one
// hides the rest.

import {FAMILIES, PINNED, READY, RUNNING, UNKNOWN, tile} from '../data/palette.js';
import {firstAbove, unknownUntil} from '../data/tasks.js';
import {FLAG} from '../data/recording.js';

/** Where time lies on the raster. */
export class Axis {
  constructor(from, to, width) {
    this.from = from;
    this.scale = width / (to - from);
    this.width = width;
    this.to = to;
  }

  x(time) {
    return Math.round(Math.min(Math.max((time - this.from) * this.scale, -9), this.width + 9));
  }

  time(x) {
    return this.from + x / this.scale;
  }
}

/** One column of several awaits: awaiting above, then ready, then running. */
function column(raster, r, x, first, last, axis, top, bottom) {
  const {awaits, sites} = r;
  const perNano = (bottom - top) * axis.scale;
  const ready = Math.min(
    bottom,
    Math.round(top + (awaits.waited[last] - awaits.waited[first]) * perNano),
  );
  const running = Math.min(
    bottom,
    Math.round(ready + (awaits.readied[last] - awaits.readied[first]) * perNano),
  );
  raster.fill(tile(sites.family[awaits.site[first]]), x, x + 1, top, ready);
  raster.fill(tile(READY), x, x + 1, ready, running);
  raster.fill(tile(RUNNING), x, x + 1, running, bottom);
}

export function drawTask(raster, r, axis, t, top, height, ratio) {
  const {tasks, awaits, sites} = r;
  const bottom = top + height;
  const inset = Math.round(2 * ratio);
  raster.fill(
    tile(READY),
    axis.x(tasks.spawned[t]),
    axis.x(tasks.start[t]),
    top + inset,
    bottom - inset,
  );
  const suspended =
    tasks.first[t + 1] > tasks.first[t] &&
    awaits.flags[tasks.first[t + 1] - 1] & FLAG.stillSuspended;
  const life = suspended ? awaits.end[tasks.first[t + 1] - 1] : tasks.end[t];
  raster.fill(
    tile(RUNNING),
    axis.x(tasks.start[t]),
    Math.max(axis.x(life), axis.x(tasks.start[t]) + 1),
    top,
    bottom,
  );
  raster.fill(tile(UNKNOWN), axis.x(tasks.start[t]), axis.x(unknownUntil(r, t)), top, bottom);
  const last = tasks.first[t + 1];
  let i = firstAbove(awaits.end, tasks.first[t], last, axis.from);
  while (i < last && awaits.begin[i] < axis.to) {
    // Rounding would draw a run shorter than half a pixel at random: it appears when the reader
    // zooms in.
    const before = i > tasks.first[t] ? awaits.end[i - 1] : tasks.start[t];
    const left =
      (awaits.begin[i] - before) * axis.scale < 0.5 ? axis.x(before) : axis.x(awaits.begin[i]);
    const next = firstAbove(awaits.end, i, last, axis.time(left + 0.5));
    if (next > i + 1) {
      column(raster, r, left, i, next, axis, top, bottom);
      i = next;
      continue;
    }
    const woken = axis.x(awaits.woken[i]);
    const end = axis.x(awaits.end[i]);
    const family = sites.family[awaits.site[i]];
    // An await is thinner than a run: running stands out by height as well as by darkness.
    raster.fill(BLANK, left, end, top, bottom);
    if (awaits.folded[i] > 1) {
      const share = (awaits.waited[i + 1] - awaits.waited[i]) / (awaits.end[i] - awaits.begin[i]);
      raster.fill(tile(family), left, end, top, Math.round(top + height * share));
      raster.fill(tile(RUNNING), left, end, Math.round(top + height * share), bottom);
    } else {
      raster.fill(
        tile(family),
        left,
        Math.max(woken, end > left ? woken : left + 1),
        top + inset,
        bottom - inset,
      );
      raster.fill(tile(READY), woken, end, top + inset, bottom - inset);
    }
    i++;
  }
}

const BLANK = new Uint32Array(64);

export function drawLane(raster, axis, lane, top, height) {
  const bottom = top + height;
  let i = firstAbove(lane.end, 0, lane.end.length, axis.from);
  while (i < lane.begin.length && lane.begin[i] < axis.to) {
    const left = axis.x(lane.begin[i]);
    const right = axis.x(lane.end[i]);
    const next = Math.max(
      firstAbove(lane.end, i, lane.end.length, axis.time(left + 0.5)),
      right <= left + 1 ? i + 1 : i,
    );
    if (next > i) {
      const busy = Math.min(1, Math.max(0.15, (lane.held[next] - lane.held[i]) * axis.scale));
      raster.fill(
        tile(lane.pinned[i] ? PINNED : RUNNING),
        left,
        left + 1,
        Math.round(bottom - height * busy),
        bottom,
      );
      i = next;
      continue;
    }
    // A gap separates neighbours that share a border.
    const gap = right - left > 3 ? 1 : 0;
    raster.fill(
      tile(lane.pinned[i] ? PINNED : RUNNING),
      left,
      Math.max(right - gap, left + 1),
      top,
      bottom,
    );
    i++;
  }
}

/** The group's tasks by state as a stacked chart; `most` is the height of a full track. */
export function drawGroup(raster, axis, occupied, most, top, height) {
  const bottom = top + height;
  const perPixel = height / Math.max(most, 1);
  const bin = occupied.count / (occupied.to - occupied.from);
  for (let x = 0; x < axis.width; x++) {
    const at = Math.floor((axis.time(x + 0.5) - occupied.from) * bin);
    if (at < 0 || at >= occupied.count) continue;
    let sum = 0;
    for (let family = 0; family < FAMILIES.length; family++) {
      const value = occupied.by[family][at];
      if (value <= 1e-6) continue;
      const low = Math.round(bottom - sum * perPixel);
      sum += value;
      raster.fill(tile(family), x, x + 1, Math.round(bottom - sum * perPixel), low);
    }
  }
}
