// Wake and spawn arrows. A wake is one instant: its arrow is upright, from the waker's row to the
// row of the task it woke; where the waker's row is elsewhere, the arrow comes from that edge.

import {colour} from './palette.js';
import {firstAbove} from './tasks.js';
import {wakerTask} from './names.js';
import {LABELS, RULER} from './timelineRows.js';

const MOST = 1200;

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
    if (r.awaits.waker[i] < 2) return false;
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

/** Arrows of what is shown, as far as they are asked for, and always those of the chosen await. */
export function drawArrows(context, r, place, chosen, {wakes, spawns}) {
  context.lineWidth = 1;
  let left = MOST;
  for (const row of place.shown) {
    if (row.kind !== 'task') continue;
    const t = row.task;
    if (spawns) {
      context.strokeStyle = context.fillStyle = colour('ok');
      if (spawn(context, r, place, t)) left--;
    }
    if (!wakes) continue;
    context.strokeStyle = context.fillStyle = colour('muted');
    const last = r.tasks.first[t + 1];
    for (let i = firstAbove(r.awaits.woken, r.tasks.first[t], last, place.view.from); i < last && left > 0 && r.awaits.woken[i] < place.view.to; i++) {
      if (wake(context, r, place, i)) left--;
    }
  }
  if (chosen >= 0) {
    context.strokeStyle = context.fillStyle = colour('accent');
    context.lineWidth = 2;
    wake(context, r, place, chosen);
  }
}
