// The findings, as sentences that lead to their evidence.

import {h} from './dom.js';
import {goTo} from './links.js';

const WORDS = {info: 'note', warning: 'warning', error: 'serious'};

/** A finding's evidence names state of the page: what to show to see it. */
export function findings(app) {
  const list = app.r.header.findings ?? [];
  if (list.length === 0) return h('p', {class: 'quiet'}, 'None: nothing in this recording matches a known problem.');
  return h('ul', {class: 'findings'}, list.map((finding) => h('li', {class: `severity-${finding.severity}`},
    h('span', {class: 'badge'}, WORDS[finding.severity] ?? finding.severity), ' ', finding.message, ' ',
    Object.keys(finding.show ?? {}).length === 0 ? null : goTo('Show', finding.show, {class: 'show'}))));
}
