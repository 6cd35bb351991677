// What the pointer is over on a carrier's lane or a group's chart, in words.

import {duration} from '../data/format.js';
import {FAMILIES} from '../data/palette.js';
import {firstAbove} from '../data/tasks.js';
import {taskName} from '../data/names.js';

export function laneSentence(r, lane, carrier, time) {
  const i = firstAbove(lane.end, 0, lane.end.length, time);
  const name = r.carriers[carrier];
  if (i < lane.begin.length && lane.begin[i] <= time) {
    const held = duration(lane.end[i] - lane.begin[i]);
    return lane.pinned[i]
      ? `${name} was held by ${taskName(r, lane.task[i])}, pinned, for ${held}.`
      : `${name} ran ${taskName(r, lane.task[i])} for ${held}.`;
  }
  const from = i === 0 ? 0 : lane.end[i - 1];
  const to = i === lane.begin.length ? r.length : lane.begin[i];
  return `${name} was idle, or ran something that is not recorded, for ${duration(to - from)}.`;
}

export function groupSentence(occupied, row, time) {
  const bin = Math.floor(((time - occupied.from) / (occupied.to - occupied.from)) * occupied.count);
  if (bin < 0 || bin >= occupied.count) return '';
  const parts = FAMILIES.map((family, i) => [
    family.label.toLowerCase(),
    occupied.by[i][bin],
  ]).filter(([, value]) => value >= 0.05);
  return parts.length === 0
    ? `${row.group.name}: no task in flight.`
    : `${row.group.name}, tasks on average: ${parts.map(([label, value]) => `${label} ${value.toFixed(1)}`).join(', ')}.`;
}
