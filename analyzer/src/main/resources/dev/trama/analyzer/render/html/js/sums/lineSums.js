// Awaiting time by source line: that of the awaits charged to it, and that of the awaits below its
// calls.

import {framesOf} from '../data/names.js';
import {siteSums} from './callTree.js';

/** file key -> {key, name, nanos, lines: line number -> {line, own, through, frame, sites}} */
export function lineSums(app, interval) {
  const {r} = app;
  const files = new Map();
  const lineOf = (frame) => {
    const type = r.strings[r.frames.type[frame]];
    const key =
      app.sourceOf(frame) ||
      `${type.slice(0, type.lastIndexOf('.') + 1)}${r.strings[r.frames.file[frame]]}`;
    if (!files.has(key))
      files.set(key, {key, name: r.strings[r.frames.file[frame]], nanos: 0, lines: new Map()});
    const file = files.get(key);
    const line = r.frames.line[frame];
    if (!file.lines.has(line))
      file.lines.set(line, {
        line,
        frame,
        own: {count: 0, nanos: 0, awaits: [], sites: []},
        through: {count: 0, nanos: 0},
      });
    return {file, entry: file.lines.get(line)};
  };
  for (const sum of siteSums(r, interval)) {
    const met = new Set();
    framesOf(r, r.sites.shown[sum.site]).forEach((frame, depth) => {
      const {file, entry} = lineOf(frame);
      if (depth === 0) {
        entry.own.count += sum.count;
        entry.own.nanos += sum.nanos;
        entry.own.awaits = entry.own.awaits.concat(sum.awaits);
        entry.own.sites.push(sum.site);
        file.nanos += sum.nanos;
      } else if (!met.has(entry)) {
        entry.through.count += sum.count;
        entry.through.nanos += sum.nanos;
      }
      met.add(entry);
    });
  }
  return files;
}
