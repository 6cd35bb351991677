// One request: its tasks over time, and what it did.

import {h} from '../ui/dom.js';
import {duration, instant} from '../data/format.js';
import {requestTimes} from '../sums/requests.js';
import {REQUEST, isWhole, mayBeSeveral, requestByKey, requestName} from '../data/requests.js';
import {goTo} from '../ui/links.js';
import {legend} from '../ui/legend.js';
import {onTimeline, requestTracks} from './requestTracks.js';
import {crumbs, timeTable} from './requestParts.js';

function cutWords(r, q) {
  const flags = r.requests.flags[q];
  const words = [];
  if (flags & REQUEST.notBegun) words.push('its start is not in the recording');
  if (flags & REQUEST.notEnded)
    words.push(
      mayBeSeveral(r, q)
        ? 'it is several, one after the other, or has not ended'
        : 'its end is not in the recording',
    );
  if (isWhole(r, q) && mayBeSeveral(r, q)) words.push('it may be several, one after the other');
  return words.map((word) => `, ${word}`).join('');
}

export function requestOneView(app, key) {
  const {r} = app;
  const q = requestByKey(r, key);
  if (q < 0)
    return [
      crumbs('', key),
      h('p', {class: 'quiet'}, `This recording has no request with the id ${key}.`),
    ];
  const {start, end} = r.requests;
  const length = end[q] - start[q];
  return [
    crumbs(requestName(r, q), key),
    h('h2', {}, requestName(r, q), ' ', h('span', {class: 'quiet'}, key)),
    h(
      'p',
      {},
      `${duration(length)} from ${instant(start[q], length / 50)}${cutWords(r, q)}. `,
      goTo('On the timeline', onTimeline(r, q, key), {class: 'show'}),
    ),
    h('h3', {}, 'Its tasks'),
    requestTracks(app, q, key),
    legend(),
    h('h3', {class: 'apart'}, 'What it did with its time'),
    timeTable(requestTimes(r, [q])),
  ];
}
