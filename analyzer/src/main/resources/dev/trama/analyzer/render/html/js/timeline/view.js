// What part of the timeline is shown: the interval and how far it is scrolled. Changes are drawn at
// once and written to the URL when they settle.

import {change, interval, state} from '../ui/state.js';

const SETTLED = 250;

export class View {
  constructor(r, onChange) {
    this.r = r;
    this.onChange = onChange;
    this.from = 0;
    this.to = 0;
    this.timer = 0;
    this.read();
  }

  read() {
    const {t0, t1} = state();
    const chosen = interval(this.r);
    this.from = t0 !== undefined ? Number(t0) : chosen.from;
    this.to = t1 !== undefined ? Number(t1) : chosen.to;
    if (!(this.to > this.from)) [this.from, this.to] = [0, this.r.length];
  }

  show(from, to) {
    const length = Math.min(Math.max(to - from, 100), this.r.length * 1.1);
    const lowest = -this.r.length * 0.05;
    const highest = this.r.length * 1.05;
    const start = Math.min(Math.max(from, lowest), highest - length);
    [this.from, this.to] = [start, start + length];
    this.onChange();
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () =>
        change(
          {t0: String(Math.round(this.from)), t1: String(Math.round(this.to))},
          {lasting: false},
        ),
      SETTLED,
    );
  }

  pan(nanos) {
    this.show(this.from + nanos, this.to + nanos);
  }

  /** Zooms so that the instant stays where it is. */
  zoom(factor, at) {
    this.show(at - (at - this.from) * factor, at + (this.to - at) * factor);
  }

  /** Brings an interval into view, with room around it; zooms out no further than needed. */
  reveal(begin, end) {
    const length = end - begin;
    const shown = this.to - this.from;
    if (begin >= this.from && end <= this.to && length > shown / 60) return;
    if (length > shown || length < shown / 60) this.show(begin - length * 2, end + length * 2);
    else this.show(begin - (shown - length) / 2, end + (shown - length) / 2);
  }

  get length() {
    return this.to - this.from;
  }
}
