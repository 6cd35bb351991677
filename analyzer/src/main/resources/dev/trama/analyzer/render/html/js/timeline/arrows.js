// Wake and spawn arrows. A wake is one instant: its arrow is vertical, from the waker's row to the
// row of the task it woke; when the waker's row is out of view, the arrow comes from that edge.

import {colour} from '../data/palette.js';
import {firstAbove} from '../data/tasks.js';
import {WAKER, wakerTask} from '../data/names.js';
import {LABELS, RULER} from './rows.js';

/** More arrows than this are unreadable: none is drawn until the reader zooms in. */
const MAX_ARROWS = 400;

function arrow(context, x, from, to) {
  const head = to > from ? -5 : 5;
  context.beginPath();
  context.moveTo(x, from);
  context.lineTo(x, to);
  context.moveTo(x - 3, to + head);
  context.lineTo(x, to);
  context.lineTo(x + 3, to + head);
  context.stroke();
}

/** The height of a task's row, or -1 when it has none. */
function height(place, t) {
  const row = place.rows.list[place.rows.ofTask(t)];
  return row ? Math.min(Math.max(place.y(row) + row.height / 2, RULER), place.height) : -1;
}

function wake(context, r, place, i) {
  const waker = wakerTask(r.awaits.waker[i]);
  const to = height(place, r.awaits.task[i]);
  const x = place.x(r.awaits.woken[i]);
  if (to < 0 || x < LABELS || x > place.width) return false;
  const from = waker < 0 ? -1 : height(place, waker);
  if (from < 0) {
    if (r.awaits.waker[i] <= WAKER.itself) return false;
    arrow(context, x, to - 14, to);
  } else if (from === to) {
    return false;
  } else {
    arrow(context, x, from, to);
    context.fillRect(x - 2, from - 2, 4, 4);
  }
  return true;
}

function spawn(context, r, place, t) {
  const x = place.x(r.tasks.spawned[t]);
  const parent = r.tasks.parent[t] - 1;
  const to = height(place, t);
  if (to < 0 || x < LABELS || x > place.width) return false;
  const from = parent < 0 ? to - 14 : height(place, parent);
  if (from < 0 || from === to) return false;
  arrow(context, x, from, to);
  return true;
}

function wakesShown(r, {shown, view}) {
  const list = [];
  for (const row of shown) {
    if (row.kind !== 'task') continue;
    const last = r.tasks.first[row.task + 1];
    const from = firstAbove(r.awaits.woken, r.tasks.first[row.task], last, view.from);
    for (let i = from; i < last && list.length <= MAX_ARROWS && r.awaits.woken[i] < view.to; i++)
      if (r.awaits.waker[i] > WAKER.itself) list.push(i);
  }
  return list;
}

/**
 * The arrows that the reader has turned on, of what is shown, and always those of the chosen await.
 * Returns a hint when there were too many to draw, else ''.
 */
export function drawArrows(context, r, place, chosen, {wakes, spawns}) {
  context.lineWidth = 1;
  const woken = wakes ? wakesShown(r, place) : [];
  context.strokeStyle = context.fillStyle = colour('muted');
  if (woken.length <= MAX_ARROWS) woken.forEach((i) => wake(context, r, place, i));
  const spawned = spawns ? place.shown.filter((row) => row.kind === 'task') : [];
  context.strokeStyle = context.fillStyle = colour('ok');
  spawned.forEach((row) => spawn(context, r, place, row.task));
  if (chosen >= 0) {
    context.strokeStyle = context.fillStyle = colour('accent');
    context.lineWidth = 2;
    wake(context, r, place, chosen);
  }
  return woken.length > MAX_ARROWS ? 'Too many wakes to draw: zoom in.' : '';
}
