// Why the agent wrote this file while the program ran: above everything else.

import {h} from '../ui/dom.js';
import {goTo} from '../ui/links.js';
import {instant} from '../data/format.js';

const BEFORE_NANOS = 10e9;

/** Null when the file was written at the program's end. */
export function dumped(r) {
  const dumps = r.header.recording.dumps ?? [];
  if (dumps.length === 0) return null;
  const {atNanos, text} = dumps[dumps.length - 1];
  const from = Math.max(0, atNanos - BEFORE_NANOS);
  return h(
    'p',
    {class: 'dumped', role: 'note'},
    h('strong', {}, 'Dumped'),
    ` ${text}, at ${instant(atNanos, r.length / 100)}. `,
    dumps.length > 1 ? `It is file ${dumps.length} of this ring. ` : null,
    goTo('Select the 10 s before', {from: String(Math.round(from)), to: String(Math.round(atNanos))}),
  );
}
