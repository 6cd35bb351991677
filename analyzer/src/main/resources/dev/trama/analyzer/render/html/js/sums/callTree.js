// Awaits merged to a tree of the coroutines that led to them: what the code would say if Java had
// the words async and await. A node is a method called from one place; a leaf is a kind of await.

import {eachAwait} from './totals.js';
import {frameLabel, framePlace, framesOf, frameType} from '../data/names.js';

/** Count, times and members for each site met. */
export function siteSums(r, interval, {tasks = null, wanted = null} = {}) {
  const sums = new Map();
  eachAwait(
    r,
    interval,
    (i, wait, ready) => {
      const site = r.awaits.site[i];
      if (wanted !== null && !wanted.has(site)) return;
      let sum = sums.get(site);
      if (!sum)
        sums.set(site, (sum = {site, count: 0, nanos: 0, ready: 0, begin: Infinity, awaits: []}));
      sum.count += r.awaits.folded[i];
      sum.nanos += wait + ready;
      sum.begin = Math.min(sum.begin, r.awaits.begin[i]);
      sum.ready += ready;
      sum.awaits.push(i);
    },
    tasks,
  );
  return [...sums.values()];
}

/** Library code that only hands on to more of it is one row from this many calls on. */
const LEAST_FOLDED = 4;

function node(label, frame, place, {leaf = null, library = false} = {}) {
  return {
    label,
    library,
    frame,
    place,
    leaf,
    children: new Map(),
    count: 0,
    nanos: 0,
    ready: 0,
    begin: Infinity,
    awaits: [],
  };
}

function add(target, sum) {
  target.count += sum.count;
  target.nanos += sum.nanos;
  target.ready += sum.ready;
  target.begin = Math.min(target.begin, sum.begin);
}

function child(parent, key, make) {
  if (!parent.children.has(key)) parent.children.set(key, make());
  return parent.children.get(key);
}

/** In the order of their first suspension, as the program went. */
function inOrder(parent) {
  const children = [...parent.children.values()].sort((a, b) => a.begin - b.begin);
  children.forEach((one) => (one.children = inOrder(one)));
  return children;
}

function foldLibraryCalls(one) {
  const chain = [one];
  const next = () => {
    const {library, children} = chain.at(-1);
    return library && children.length === 1 && children[0].library ? children[0] : null;
  };
  while (next()) chain.push(next());
  if (chain.length >= LEAST_FOLDED) {
    one.label += ` › ${chain.length - 2} calls › ${chain.at(-1).label}`;
    one.children = chain.at(-1).children;
  }
  one.children.forEach(foldLibraryCalls);
}

/**
 * The tree of these sums; {frames: 'all'} keeps libraries' and the JDK's frames too, {fold: true}
 * makes one node of a chain of calls within libraries.
 */
export function callTree(r, sums, {frames = 'shown', fold = false} = {}) {
  const root = node('', -1, '');
  for (const sum of sums) {
    const stack = framesOf(r, (frames === 'all' ? r.sites.stack : r.sites.shown)[sum.site]);
    add(root, sum);
    let at = root;
    let caller = -1;
    for (const frame of stack.reverse()) {
      const place = caller < 0 ? '' : framePlace(r, caller);
      const label = frameLabel(r, frame);
      if (
        caller >= 0 &&
        label === frameLabel(r, caller) &&
        frameType(r, frame) === frameType(r, caller)
      ) {
        caller = frame;
        continue; // recursion is one coroutine
      }
      at = child(at, `${label} ${place}`, () =>
        node(label, caller < 0 ? frame : caller, place, {library: r.frames.origin[frame] !== 0}),
      );
      add(at, sum);
      caller = frame;
    }
    const kind = r.sites.kind[sum.site];
    const place = caller < 0 ? '' : framePlace(r, caller);
    at = child(at, `await ${kind} ${place}`, () =>
      node(r.kinds[kind].name, caller, place, {leaf: {kind, family: r.sites.family[sum.site]}}),
    );
    add(at, sum);
    at.awaits = at.awaits.concat(sum.awaits);
  }
  root.children = inOrder(root);
  if (fold) root.children.forEach(foldLibraryCalls);
  return root;
}
