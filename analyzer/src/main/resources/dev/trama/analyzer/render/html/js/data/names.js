// What things are called in the page.

import {TASK} from './recording.js';

/** The thread's name; empty when it has none. The page keeps a number at its end separately. */
export function threadName(r, t) {
  const number = r.tasks.number[t];
  return r.strings[r.tasks.name[t]] + (number > 0 ? number - 1 : '');
}

export function taskName(r, t) {
  const name = threadName(r, t);
  return name === '' ? `#${r.tasks.thread[t]}` : `${name} #${r.tasks.thread[t]}`;
}

/** As the trace calls it: the thread's name, or else its entry method. */
export function taskTitle(r, t) {
  const known = (r.tasks.flags[t] & TASK.entryUnknown) === 0;
  return threadName(r, t) || (known ? entryName(r, t) : 'task');
}

export function entryName(r, t) {
  return r.strings[r.tasks.entry[t]];
}

/** What await.waker holds when it is no thread; Wakers.java is the other half. */
export const WAKER = {unknown: 0, timer: 1, itself: 2};

/** The waker of the await: 'timer', a task's or a thread's name, or '' when unknown or none. */
export function wakerName(r, waker) {
  if (waker === WAKER.timer) return 'timer';
  if (waker <= WAKER.itself) return '';
  const task = wakerTask(waker);
  return task < 0 ? r.threads[(waker - 4) / 2] : taskName(r, task);
}

/** The task that woke the await, or -1. */
export function wakerTask(waker) {
  return waker > WAKER.itself && waker % 2 === 1 ? (waker - 3) / 2 : -1;
}

/** The waker's name as in text output: without the number that the page adds. */
export function wakerTitle(r, waker) {
  const task = wakerTask(waker);
  if (task < 0) return r.threads[(waker - 4) / 2];
  const known = (r.tasks.flags[task] & TASK.entryUnknown) === 0;
  return threadName(r, task) || (known ? entryName(r, task) : `#${r.tasks.thread[task]}`);
}

/** What its name has in common with others': 'board-*'. */
export function wakerFamily(r, waker) {
  const task = wakerTask(waker);
  return task < 0 ? r.threadFamilies[(waker - 4) / 2] : r.strings[r.tasks.family[task]];
}

export function carrierName(r, reference) {
  return reference === 0 ? 'unknown carrier' : r.carriers[reference - 1];
}

export function frameLabel(r, frame) {
  return r.strings[r.frames.label[frame]];
}

/** 'Pool.java:27' */
export function framePlace(r, frame) {
  const line = r.frames.line[frame];
  const file = r.strings[r.frames.file[frame]];
  return file === '' ? '' : line > 0 ? `${file}:${line}` : file;
}

export function pointName(r, reference) {
  return reference === 0 ? '(no stack taken)' : frameLabel(r, reference - 1);
}

export function pointPlace(r, reference) {
  return reference === 0 ? '' : framePlace(r, reference - 1);
}

export function kindName(r, site) {
  return r.kinds[r.sites.kind[site]].name;
}

/** The frames of a stack, top first, as numbers. */
export function framesOf(r, node) {
  const frames = [];
  for (let at = node; at > 0; at = r.stacks.parent[at - 1]) frames.push(r.stacks.frame[at - 1]);
  return frames;
}

/** The class, in full: it distinguishes two of the same short name. */
export function frameType(r, frame) {
  return r.strings[r.frames.type[frame]];
}
