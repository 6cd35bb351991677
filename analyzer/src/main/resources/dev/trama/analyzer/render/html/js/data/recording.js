// The recording in memory: parallel arrays, times in nanoseconds since its start.

import {decode, unsign} from './decode.js';
import {visibleDeep} from './text.js';
import {familyNumber} from './palette.js';
import {readRequests} from './requests.js';

/** Bits of task.flags. */
export const TASK = {startUnknown: 1, endUnknown: 2, entryUnknown: 4};

/** What awaits wait for, as the analysis sorts them. */
export const CATEGORIES = ['io', 'lock', 'pool', 'signal', 'task', 'timer', 'other'];

/** Bits of await.flags. */
export const FLAG = {
  timedOut: 1,
  interrupted: 2,
  pinned: 4,
  stillSuspended: 8,
  beganBefore: 16,
  readyUnknown: 32,
};

function readTasks(column, tick) {
  const spawned = column('task.spawned', Float64Array);
  const start = column('task.start', Float64Array);
  const end = column('task.length', Float64Array);
  const counts = column('task.awaits');
  const first = new Int32Array(counts.length + 1);
  const thread = column('task.thread', Float64Array);
  for (let t = 0; t < counts.length; t++) {
    thread[t] = unsign(thread[t]) + (t > 0 ? thread[t - 1] : 0);
    spawned[t] = unsign(spawned[t]) * tick + (t > 0 ? spawned[t - 1] : 0);
    start[t] = spawned[t] + start[t] * tick;
    end[t] = start[t] + end[t] * tick;
    first[t + 1] = first[t] + counts[t];
  }
  return {
    count: counts.length,
    spawned,
    start,
    end,
    first,
    thread,
    name: column('task.name'),
    number: column('task.number', Float64Array),
    family: column('task.family'),
    group: column('task.group'),
    entry: column('task.entry'),
    flags: column('task.flags'),
    parent: column('task.parent'),
    parentName: column('task.parentName'),
    spawnFrame: column('task.spawnFrame'),
    lastCarrier: column('task.lastCarrier'),
  };
}

function readAwaits(column, tick, tasks) {
  const begin = column('await.gap', Float64Array);
  const woken = column('await.wait', Float64Array);
  const end = column('await.ready', Float64Array);
  const inner = column('await.inner', Float64Array);
  const count = begin.length;
  const task = new Int32Array(count);
  const waited = new Float64Array(count + 1);
  const readied = new Float64Array(count + 1);
  for (let t = 0; t < tasks.count; t++) {
    let now = tasks.start[t];
    for (let i = tasks.first[t]; i < tasks.first[t + 1]; i++) {
      task[i] = t;
      begin[i] = now + unsign(begin[i]) * tick;
      waited[i + 1] = waited[i] + woken[i] * tick;
      readied[i + 1] = readied[i] + end[i] * tick;
      woken[i] = begin[i] + woken[i] * tick;
      inner[i] *= tick;
      end[i] = now = woken[i] + end[i] * tick + inner[i];
    }
  }
  return {
    count,
    begin,
    woken,
    end,
    inner,
    task,
    waited,
    readied,
    folded: column('await.count'),
    site: column('await.site'),
    carrier: column('await.carrier'),
    waker: column('await.waker', Float64Array),
    timeout: column('await.timeout', Float64Array).map((ticks) => ticks * tick),
    flags: column('await.flags', Uint8Array),
  };
}

function readSites(column, kinds) {
  const sites = {
    stack: column('site.stack'),
    shown: column('site.shown'),
    kind: column('site.kind'),
    frame: column('site.frame'),
    awaitable: column('site.awaitable'),
    monitor: column('site.monitor'),
    point: column('site.point'),
    leaf: column('site.leaf'),
    wholeLeaf: column('site.wholeLeaf'),
    recursive: new Map(),
  };
  const nodes = column('recursion.node');
  column('recursion.site').forEach((site, i) => {
    if (!sites.recursive.has(site)) sites.recursive.set(site, new Set());
    sites.recursive.get(site).add(nodes[i]);
  });
  sites.category = Uint8Array.from(sites.kind, (kind) => CATEGORIES.indexOf(kinds[kind].category));
  sites.family = Uint8Array.from(sites.kind, (kind) => familyNumber(kinds[kind].family));
  return sites;
}

/**
 * Reads the page's data. In it, a reference that may be absent is one more than its number, and 0
 * where it is absent: task.parent, task.spawnFrame, task.lastCarrier, stack.parent, site.stack,
 * site.frame, site.monitor, node.parent, node.frame, node.caller, node.kind, await.carrier, part.task,
 * part.thread.
 */
export async function load(text) {
  const {header: raw, column} = await decode(text);
  const sources = raw.sources ?? [];
  delete raw.sources;
  const header = visibleDeep(raw);
  const tasks = readTasks(column, header.tickNanos);
  const recording = {
    header,
    sources,
    tasks,
    length: header.recording.durationNanos,
    strings: header.strings,
    kinds: header.kinds,
    carriers: header.carriers,
    monitors: header.monitors,
    threads: header.threads,
    threadFamilies: header.threadFamilies,
    frames: {
      label: column('frame.label'),
      type: column('frame.type'),
      file: column('frame.file'),
      line: column('frame.line'),
      origin: column('frame.origin', Uint8Array),
    },
    stacks: {parent: column('stack.parent'), frame: column('stack.frame')},
    sites: readSites(column, header.kinds),
    nodes: {
      parent: column('node.parent'),
      frame: column('node.frame'),
      caller: column('node.caller'),
      kind: column('node.kind'),
      cut: column('node.cut', Uint8Array),
    },
    awaits: readAwaits(column, header.tickNanos, tasks),
    requests: readRequests(column, header.tickNanos),
  };
  for (let i = 0; i < recording.awaits.count; i++) {
    recording.length = Math.max(recording.length, recording.awaits.end[i]);
  }
  return recording;
}

/** The family of what the analysis says a request did, as sites have theirs. */
export function familyOf(r, {what, kind}) {
  const family = what === 'awaiting' ? r.kinds.find((one) => one.fine === kind)?.family : what;
  return familyNumber(family);
}
