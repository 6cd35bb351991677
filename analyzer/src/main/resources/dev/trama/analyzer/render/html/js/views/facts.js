// What was recorded, in one line.

import {h} from '../ui/dom.js';
import {count, duration} from '../data/format.js';

const DATE = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'medium'});

export function facts(r) {
  const {file, startMillis, jdk} = r.header.recording;
  const parts = [
    h(
      'strong',
      {title: file},
      file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1),
    ),
    duration(r.length),
    `${count(r.tasks.count)} tasks`,
    `${count(awaitCount(r))} awaits`,
    jdk ? `JDK ${jdk.split('+')[0]}` : null,
    startMillis > 0 ? DATE.format(new Date(startMillis)) : null,
  ];
  return h(
    'span',
    {class: 'facts'},
    parts.filter((part) => part !== null).map((part) => h('span', {}, part)),
  );
}

export function awaitCount(r) {
  let sum = 0;
  for (const folded of r.awaits.folded) sum += folded;
  return sum;
}
