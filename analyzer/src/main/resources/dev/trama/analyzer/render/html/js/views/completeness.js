// What the recording lacks: a page that does not say so would be trusted too much.

import {h} from '../ui/dom.js';
import {count, counted, duration} from '../data/format.js';

const SOURCES = {
  agent: 'Recorded by the Trama agent: every suspension of a virtual thread is an event.',
  methodtrace:
    'Recorded without the agent, by jdk.MethodTrace: parks only; no wakers, no monitors, no ready times.',
  jfr: 'Recorded by plain JFR: pinned threads and little else. Attach the Trama agent to see awaits.',
};

function line(ok, text) {
  return h('li', {class: ok ? 'ok' : 'lacking'}, text);
}

export function completeness(r) {
  const c = r.header.completeness;
  const {detail, recording, tickNanos} = r.header;
  const some = (n, noun, text) => (n > 0 ? line(false, `${counted(n, noun)} ${text}`) : null);
  return h(
    'ul',
    {class: 'complete'},
    line(recording.source === 'agent', SOURCES[recording.source] ?? recording.source),
    c.lost > 0
      ? some(c.lost, 'await', 'lost: seen by the agent, but not in the recording.')
      : line(true, 'No await was lost.'),
    some(
      c.withoutStack,
      'await',
      'without a stack, which count under “no stack taken”: the agent’s budget for stacks was spent (a larger one, such as budget=10, takes more), or stacks=none.',
    ),
    some(c.probeFailures, 'error', 'inside the agent’s probes.'),
    some(c.truncatedTasks, 'task', 'began before or ended after the recording.'),
    some(c.stillSuspended, 'task', 'still suspended when the recording ended.'),
    detail
      ? line(
          false,
          `The recording holds ${count(detail.awaits)} awaits; this page holds ${count(detail.entries)} entries. Neighbouring awaits of a task at the same place, shorter than ${duration(detail.foldedBelowNanos)}, are one entry; counts and totals are exact, but percentiles use the entry’s average.`,
        )
      : null,
    tickNanos > 1
      ? line(true, `Times on this page are rounded down to ${duration(tickNanos)}.`)
      : null,
    (recording.warnings ?? []).map((warning) => line(false, warning)),
  );
}
