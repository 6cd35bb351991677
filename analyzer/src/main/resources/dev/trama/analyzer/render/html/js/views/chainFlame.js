// The flame graph of chains: what the slow requests awaited from others, below each await what the
// tasks that ended it were doing, and so on. The analysis walks the chains; this draws them.

import {h} from '../ui/dom.js';
import {colour, pattern} from '../data/palette.js';
import {count, duration, percent} from '../data/format.js';
import {familyOf} from '../data/recording.js';
import {Boxes} from './boxes.js';

const ENDS = {
  outside: (one) => `${one.who}, outside the virtual threads`,
  'not-begun': (one) => `before the ${one.who} that ended it had begun`,
  timer: () => 'until its time limit',
  'not-recorded': () => 'its waker is not recorded',
  'not-followed': () => 'not followed further',
};

const DID = {
  running: 'ran',
  ready: 'was ready to run',
  unknown: 'did something that is not recorded',
};

function isAwait(one) {
  return one.what === 'awaiting' || one.what === 'pinned';
}

function text(one) {
  if (one.relation === 'top') return 'all that was awaited from others';
  if (one.relation in ENDS) return ENDS[one.relation](one);
  const awaited = isAwait(one);
  if (one.relation === 'held')
    return awaited ? `${one.who}, which held it, awaited ${one.label}` : `${one.who} was seen to hold it`;
  if (one.relation === 'root') return `await ${one.label}`;
  return `${one.who} ${awaited ? `awaited ${one.label}` : DID[one.what]}`;
}

/** What the slow requests of one name waited for, as a graph; null when they waited for nothing. */
export function chainFlame(r, {chains, chainNanos}) {
  if (chains.length === 0) return null;
  const root = {relation: 'top', nanos: chainNanos, count: 0, route: '', children: chains};
  const readout = h('p', {class: 'flame-readout', role: 'status'});
  const words = (one) => (one.route === '' ? text(one) : `${text(one)} at ${one.route}`);
  const boxes = new Boxes({
    label:
      'Flame graph of chains. Arrow keys move, Enter zooms in, Backspace zooms out. The command trama why says the same as text.',
    fill: (context, one, depth) =>
      depth === 0 && one.relation === 'top'
        ? colour('hover')
        : one.relation in ENDS
          ? colour('frame')
          : pattern(context, familyOf(r, one)),
    text: words,
    title: text,
    place: () => '',
    isTip: (one) => one.relation !== 'top' && !(one.relation in ENDS),
    point: (one) => {
      readout.textContent = `${words(one)}: ${duration(one.nanos)}, ${percent(one.nanos, chainNanos)} of all that was awaited from others; ${count(one.count)} times`;
    },
    go: (chain) => boxes.show(chain),
  });
  boxes.show([root]);
  return h('div', {class: 'flame chains'}, boxes.crumbs, boxes.canvas, readout);
}
