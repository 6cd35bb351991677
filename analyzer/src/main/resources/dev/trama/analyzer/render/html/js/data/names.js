// What things are called in the page.

/** The thread's name; empty when it has none. The page holds a number at its end apart. */
export function threadName(r, t) {
  const number = r.tasks.number[t];
  return r.strings[r.tasks.name[t]] + (number > 0 ? number - 1 : '');
}

export function taskName(r, t) {
  const name = threadName(r, t);
  return name === '' ? `#${r.tasks.thread[t]}` : `${name} #${r.tasks.thread[t]}`;
}

export function entryName(r, t) {
  return r.strings[r.tasks.entry[t]];
}

/** Who woke the await: 'timer', a task's or a thread's name, or '' when unknown. */
export function wakerName(r, waker) {
  if (waker === 0) return '';
  if (waker === 1) return 'timer';
  return waker % 2 === 0 ? taskName(r, waker / 2 - 1) : r.threads[(waker - 3) / 2];
}

/** The task that woke the await, or -1. */
export function wakerTask(waker) {
  return waker > 1 && waker % 2 === 0 ? waker / 2 - 1 : -1;
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
  return reference === 0 ? 'no stack taken' : frameLabel(r, reference - 1);
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

/** The class, in full: what tells apart two of the same short name. */
export function frameType(r, frame) {
  return r.strings[r.frames.type[frame]];
}
