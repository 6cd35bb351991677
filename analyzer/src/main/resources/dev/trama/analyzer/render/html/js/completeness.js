// What the recording lacks: a page that does not say so would be believed too far.

import {h} from './dom.js';
import {count, duration} from './format.js';

const SOURCES = {
  agent: 'Recorded by the Trama agent: every suspension of a virtual thread is an event.',
  methodtrace: 'Recorded without the agent, by jdk.MethodTrace: parks only; no wakers, no monitors, no ready times.',
  jfr: 'Recorded by plain JFR: pinned threads and little else. Attach the Trama agent to see awaits.',
};

function line(ok, text) {
  return h('li', {class: ok ? 'ok' : 'lacking'}, text);
}

export function completeness(r) {
  const c = r.header.completeness;
  const {detail, recording, tickNanos} = r.header;
  const of = (n, text, none) => line(n === 0, n === 0 ? none : `${count(n)} ${text}`);
  return h('ul', {class: 'complete'},
    line(recording.source === 'agent', SOURCES[recording.source] ?? recording.source),
    of(c.lost, 'awaits were lost: seen by the agent, but not in the recording.', 'No await was lost.'),
    c.withoutStack > 0 ? line(false, `${count(c.withoutStack)} awaits have no stack: the budget for stacks was spent. They count under “no application frame”.`) : null,
    c.probeFailures > 0 ? line(false, `${count(c.probeFailures)} errors inside the agent’s probes.`) : null,
    c.truncatedTasks > 0 ? line(false, `${count(c.truncatedTasks)} tasks began before or ended after the recording.`) : null,
    c.stillSuspended > 0 ? line(false, `${count(c.stillSuspended)} tasks were still suspended at its end.`) : null,
    detail ? line(false, `The recording holds ${count(detail.awaits)} awaits; this page holds ${count(detail.entries)} entries. Neighbouring awaits of a task at the same place, shorter than ${duration(detail.foldedBelowNanos)}, stand as one entry; counts and totals are exact, their percentiles are those of the entry’s average.`) : null,
    tickNanos > 1 ? line(true, `Times on this page are rounded down to ${duration(tickNanos)}.`) : null,
    (recording.warnings ?? []).map((warning) => line(false, warning)));
}
