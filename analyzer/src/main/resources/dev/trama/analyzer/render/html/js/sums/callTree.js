// Awaits merged to a tree of the coroutines that led to them: what the code would say if Java had
// the words async and await. The analysis has decided which awaits are one node; here they are
// summed, and put in the order in which they first suspended.

import {FLAG} from '../data/recording.js';
import {frameLabel, framePlace} from '../data/names.js';
import {duration} from '../data/format.js';
import {eachAwait} from './totals.js';
import {addWaker} from './stats.js';

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
      if (!sum) sums.set(site, (sum = {site, ...nothing()}));
      sum.count += r.awaits.folded[i];
      sum.nanos += wait + ready;
      sum.ready += ready;
      addFirst(r, sum, i);
      sum.awaits.push(i);
    },
    tasks,
  );
  return [...sums.values()];
}

function nothing() {
  return {count: 0, nanos: 0, ready: 0, first: -1, awaits: []};
}

/** Of two awaits that began at one instant, that of the earlier task comes first. */
function addFirst(r, sum, i) {
  const {begin} = r.awaits;
  const before = begin[i] - begin[sum.first];
  if (sum.first < 0 || before < 0 || (before === 0 && i < sum.first)) sum.first = i;
}

function newNode(r, number) {
  const {frame, caller, kind, cut} = r.nodes;
  const method = frame[number] - 1;
  const at = caller[number] - 1;
  const node = {...nothing(), children: [], frame: at, place: at < 0 ? '' : framePlace(r, at)};
  if (kind[number] > 0) return {...node, leaf: {kind: kind[number] - 1}, library: false};
  return {
    ...node,
    leaf: null,
    label: frameLabel(r, method),
    library: r.frames.origin[method] !== 0,
    cut: cut[number] === 1,
    recursive: false,
    frame: at < 0 ? method : at,
    place: at < 0 ? r.strings[r.frames.file[method]] : node.place,
  };
}

function add(r, node, sum) {
  node.count += sum.count;
  node.nanos += sum.nanos;
  node.ready += sum.ready;
  addFirst(r, node, sum.first);
}

/** In the order of their first suspension, as the program went. */
function inOrder(r, node) {
  const {begin} = r.awaits;
  node.children.sort((a, b) => begin[a.first] - begin[b.first] || a.first - b.first);
  node.children.forEach((one) => inOrder(r, one));
}

/** What the awaits of a leaf have in common besides their sums. */
function finishLeaf(r, node) {
  const {leaf, awaits} = node;
  const kind = r.kinds[leaf.kind];
  leaf.family = r.sites.family[r.awaits.site[awaits[0]]];
  leaf.leastTimeout = Infinity;
  leaf.mostTimeout = 0;
  leaf.unended = 0;
  leaf.wakers = new Map();
  leaf.monitor = monitorOf(r, awaits);
  for (const i of awaits) {
    leaf.leastTimeout = Math.min(leaf.leastTimeout, r.awaits.timeout[i]);
    leaf.mostTimeout = Math.max(leaf.mostTimeout, r.awaits.timeout[i]);
    if (r.awaits.flags[i] & FLAG.stillSuspended) leaf.unended++;
    else addWaker(r, leaf.wakers, i);
  }
  node.label = awaitLabel(kind, leaf);
}

/** The monitor's name; '' when it is not known, or when the awaits have different ones. */
function monitorOf(r, awaits) {
  const known = new Set(awaits.map((i) => r.sites.monitor[r.awaits.site[i]]));
  known.delete(0);
  return known.size === 1 ? r.monitors[[...known][0] - 1] : '';
}

/** 'sleep 50 ms', 'monitor enter (Account)', as AwaitLabels.java writes it. */
function awaitLabel(kind, {leastTimeout, mostTimeout, monitor}) {
  const parts = [kind.fine];
  if (kind.category === 'timer' && mostTimeout > 0)
    parts.push(
      leastTimeout < mostTimeout * 0.9
        ? `${duration(leastTimeout)}..${duration(mostTimeout)}`
        : duration(mostTimeout),
    );
  if (monitor !== '') parts.push(`(${monitor})`);
  if (kind.top === 'pinned') parts.push('(pinned)');
  return parts.join(' ');
}

function foldLibraryCalls(r, one) {
  const chain = [one];
  const next = () => {
    const {library, children} = chain.at(-1);
    return library && children.length === 1 && children[0].library ? children[0] : null;
  };
  while (next()) chain.push(next());
  if (chain.length >= r.header.minFolded) {
    const last = chain.at(-1);
    one.label += ` › ${chain.length - 2} calls › ${last.label}`;
    one.recursive = last.recursive;
    one.children = last.children;
  }
  one.children.forEach((child) => foldLibraryCalls(r, child));
}

/** 'Handler.handle', with what else there is to say of the method. */
export function methodWords({label, recursive, cut}) {
  return label + (recursive ? ' (recursive)' : '') + (cut ? ' (stack cut below)' : '');
}

/**
 * The tree of these sums; {frames: 'all'} keeps libraries' and the JDK's frames too, {fold: true}
 * makes one node of a chain of calls within libraries.
 */
export function callTree(r, sums, {frames = 'shown', fold = false} = {}) {
  const root = {...nothing(), label: '', place: '', frame: -1, leaf: null, children: []};
  const nodes = new Map();
  const leaves = [];
  const node = (number) => {
    if (number < 0) return root;
    if (nodes.has(number)) return nodes.get(number);
    const made = newNode(r, number);
    nodes.set(number, made);
    node(r.nodes.parent[number] - 1).children.push(made);
    if (made.leaf) leaves.push(made);
    return made;
  };
  const leafOf = frames === 'all' ? r.sites.wholeLeaf : r.sites.leaf;
  for (const sum of sums) {
    const leaf = node(leafOf[sum.site]);
    for (const i of sum.awaits) leaf.awaits.push(i);
    for (let at = leafOf[sum.site]; at >= 0; at = r.nodes.parent[at] - 1) add(r, node(at), sum);
    add(r, root, sum);
    for (const number of r.sites.recursive.get(sum.site) ?? [])
      if (nodes.has(number)) nodes.get(number).recursive = true;
  }
  leaves.forEach((leaf) => finishLeaf(r, leaf));
  inOrder(r, root);
  if (fold) root.children.forEach((one) => foldLibraryCalls(r, one));
  return root;
}
