// The source files the page holds, when it was made with --sources.

import {h} from '../ui/dom.js';
import {visible, visibleLine} from '../data/text.js';
import {goTo} from '../ui/links.js';

/** Reads the embedded files; sets app.sourceOf(frame), the path of a frame's file or ''. */
export function readSources(app) {
  const {r} = app;
  app.files = new Map(
    r.sources.map((file) => [
      visible(file.path),
      {path: visible(file.path), lines: file.text.split(/\r\n|\r|\n/).map(visibleLine)},
    ]),
  );
  const ofType = new Map(
    r.sources.flatMap((file) => file.types.map((type) => [visible(type), visible(file.path)])),
  );
  app.sourceOf = (frame) => ofType.get(r.strings[r.frames.type[frame]]) ?? '';
}

/** The line of a suspension point, when its file is here. */
export function sourceLine(app, point) {
  if (point === 0) return null;
  const file = app.files.get(app.sourceOf(point - 1));
  const number = app.r.frames.line[point - 1];
  const text = file?.lines[number - 1];
  if (text === undefined) return null;
  return h(
    'p',
    {class: 'source-line code'},
    goTo(
      `${file.path}:${number}`,
      {view: 'source', file: file.path, line: number},
      {class: 'place'},
    ),
    h('span', {}, text.trim()),
  );
}
