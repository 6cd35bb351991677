// The story of one await, or of the run that follows it, in a sentence.

import {count, duration} from '../data/format.js';
import {FLAG} from '../data/recording.js';
import {carrierName, kindName, pointName, pointPlace, taskName, wakerName} from '../data/names.js';
import {firstAbove, unknownUntil} from '../data/tasks.js';

function ending(r, i) {
  const {flags, waker} = r.awaits;
  if (flags[i] & FLAG.stillSuspended) return 'and was still suspended when the recording ended';
  if (flags[i] & FLAG.interrupted) return 'and was interrupted';
  const by = wakerName(r, waker[i]);
  if (by === 'timer') return 'until the timer woke it';
  if (by !== '') return `until ${by} woke it`;
  return r.kinds[r.sites.kind[r.awaits.site[i]]].top === 'yield'
    ? 'to let others run'
    : 'until it was woken; its waker is not recorded';
}

function after(r, i) {
  const {woken, end, inner, flags} = r.awaits;
  if (flags[i] & FLAG.stillSuspended) return '';
  const ready = end[i] - woken[i] - inner[i];
  return ready > 0 ? `; then it was ready for ${duration(ready)} before it ran again` : '';
}

/** 'request-3 #43 awaited queue take in Outbox.run (Outbox.java:25) for 2 ms until ...' */
export function awaitSentence(r, i) {
  const {site, begin, woken, folded, flags, task, timeout} = r.awaits;
  const name = taskName(r, task[i]);
  const kind = kindName(r, site[i]);
  const place = pointPlace(r, r.sites.frame[site[i]]);
  const where = ` in ${pointName(r, r.sites.frame[site[i]])}${place ? ` (${place})` : ''}`;
  if (folded[i] > 1) {
    return `${name} awaited ${kind}${where} ${count(folded[i])} times here, for ${duration(woken[i] - begin[i])} in all; they are too short to be kept one by one.`;
  }
  const limit = timeout[i] > 0 && kind !== 'sleep' ? `, at most ${duration(timeout[i])},` : '';
  const pinned = flags[i] & FLAG.pinned ? ', pinned to its carrier,' : '';
  return `${name} awaited ${kind}${where}${pinned}${limit} for ${duration(woken[i] - begin[i])} ${ending(r, i)}${after(r, i)}.`;
}

/** What the task did at this instant when it did not await. */
export function runSentence(r, t, time) {
  const {tasks, awaits} = r;
  const name = taskName(r, t);
  if (time < tasks.spawned[t] || time > tasks.end[t]) return '';
  if (time < tasks.start[t])
    return `${name} was ready for ${duration(tasks.start[t] - tasks.spawned[t])} before it first ran.`;
  const next = firstAbove(awaits.begin, tasks.first[t], tasks.first[t + 1], time);
  const from = next === tasks.first[t] ? tasks.start[t] : awaits.end[next - 1];
  const to = next === tasks.first[t + 1] ? tasks.end[t] : awaits.begin[next];
  if (time < unknownUntil(r, t))
    return `${name} was alive; what it did before its first await the recording does not say.`;
  const carrier = next < tasks.first[t + 1] ? awaits.carrier[next] : tasks.lastCarrier[t];
  return `${name} ran for ${duration(to - from)} on ${carrierName(r, carrier)}.`;
}

/** The await of the task at this instant, its ready part included, or -1. */
export function awaitAt(r, t, time) {
  const {tasks, awaits} = r;
  const i = firstAbove(awaits.end, tasks.first[t], tasks.first[t + 1], time);
  return i < tasks.first[t + 1] && awaits.begin[i] <= time ? i : -1;
}
