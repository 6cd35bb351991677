// Keeps the reader's place when a newer page replaces this one. What the URL says stays; times in
// it, which count from the recording's start, are moved when that start changes.

import {taskByThread} from './data/find.js';
import {change, state} from './ui/state.js';

const KEY = 'trama-place';
const TIMES = ['from', 'to', 't0', 't1'];

/** The starts of recordings are known to the microsecond. */
const SAME_NANOS = 2000;

const SCROLLED = ['.tracks', '.points', '.source', 'main'];

function chosenAwait(r) {
  const i = Number(state().await ?? NaN);
  if (!(i >= 0 && i < r.awaits.count)) return null;
  return {thread: r.tasks.thread[r.awaits.task[i]], begin: r.awaits.begin[i]};
}

/** The number of the await of that thread that begins then, or -1. */
function findAwait(r, thread, begin) {
  const t = taskByThread(r, thread);
  if (t < 0) return -1;
  for (let i = r.tasks.first[t]; i < r.tasks.first[t + 1]; i++)
    if (Math.abs(r.awaits.begin[i] - begin) <= SAME_NANOS) return i;
  return -1;
}

function focused() {
  const element = document.activeElement;
  const label = element?.getAttribute('aria-label');
  return label ? `[aria-label="${CSS.escape(label)}"]` : null;
}

/** Call it just before the page is loaded again. */
function keep(r) {
  const kept = {
    page: location.pathname,
    start: r.header.recording.startMicros,
    chosen: chosenAwait(r),
    window: window.scrollY,
    scrolled: SCROLLED.map((selector) => document.querySelector(selector)?.scrollTop ?? 0),
    open: Array.from(document.querySelectorAll('details'), (details) => details.open),
    focus: focused(),
  };
  window.sessionStorage.setItem(KEY, JSON.stringify(kept));
}

function moved(r, kept) {
  const nanos = (kept.start - r.header.recording.startMicros) * 1000;
  const changes = {};
  for (const name of TIMES) {
    const time = state()[name];
    if (time !== undefined) changes[name] = String(Math.max(0, Number(time) + nanos));
  }
  if (Number(changes.to) === 0) changes.from = changes.to = '';
  if (state().await !== undefined) {
    const {thread, begin} = kept.chosen ?? {thread: -1, begin: 0};
    const i = findAwait(r, thread, begin + nanos);
    changes.await = i < 0 ? '' : String(i);
  }
  return changes;
}

/**
 * Call it before anything is drawn. It returns a function to call afterwards, which scrolls, and
 * opens what was open.
 */
function resume(r) {
  const text = window.sessionStorage.getItem(KEY);
  if (text === null) return () => {};
  window.sessionStorage.removeItem(KEY);
  const kept = JSON.parse(text);
  if (kept.page !== location.pathname) return () => {};
  change(moved(r, kept), {lasting: false});
  return () => {
    document.querySelectorAll('details').forEach((details, i) => {
      if (kept.open[i]) details.open = true;
    });
    SCROLLED.forEach((selector, i) => {
      const element = document.querySelector(selector);
      if (element) element.scrollTop = kept.scrolled[i];
    });
    window.scrollTo(0, kept.window);
    if (kept.focus !== null) document.querySelector(kept.focus)?.focus({preventScroll: true});
  };
}

export const place = {keep, resume};
