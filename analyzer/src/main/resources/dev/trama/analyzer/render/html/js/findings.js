// The findings, as sentences that lead to their evidence.

import {h} from './dom.js';
import {goTo} from './links.js';

const WORDS = {info: 'note', warning: 'warning', error: 'serious'};

/** The places that a finding's evidence names: 'Pool.java:27'. */
function places(evidence) {
  return [evidence.site, ...(evidence.sites ?? [])].filter((place) => typeof place === 'string' && place !== '');
}

/** Each word of the message that is such a place leads to the suspension points there. */
function linked(message, evidence) {
  let parts = [message];
  for (const place of places(evidence)) {
    parts = parts.flatMap((part) => {
      const at = typeof part === 'string' ? part.indexOf(place) : -1;
      return at < 0 ? [part] : [part.slice(0, at), goTo(place, {view: 'points', q: place}, {class: 'place'}), part.slice(at + place.length)];
    });
  }
  return parts;
}

export function findings(app) {
  const list = app.r.header.findings ?? [];
  if (list.length === 0) return h('p', {class: 'quiet'}, 'None: nothing in this recording matches a known problem.');
  return h('ul', {class: 'findings'}, list.map(({severity, message, evidence, explanation, remedy}) => h('li', {class: `severity-${severity}`},
    h('span', {class: 'badge'}, WORDS[severity] ?? severity), ' ', linked(message, evidence), '. ',
    places(evidence).length > 0 ? goTo('Show', {view: 'points', q: places(evidence)[0]}, {class: 'show'}) : null,
    h('details', {}, h('summary', {}, 'Why, and what to do'), h('p', {}, explanation), h('p', {}, remedy)))));
}
