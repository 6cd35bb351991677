// Starts the page: reads the recording, draws the frame around the views, shows one of them.

import {h, replace} from './ui/dom.js';
import {load} from './data/recording.js';
import {change, interval, link, onState, state} from './ui/state.js';
import {duration, instant} from './data/format.js';
import {chart} from './ui/chart.js';
import {VIEWS} from './views/all.js';
import {follow} from './follow.js';
import {keys} from './keys.js';
import {place} from './place.js';
import {pointIndex} from './sums/points.js';
import {dumped} from './views/dumped.js';
import {facts} from './views/facts.js';
import {readSources} from './views/sources.js';
import {carrierLanes} from './sums/carriers.js';

/** There are nine digits; the last view, the concepts, has a key of its own. */
function keyOf(i) {
  return i < 9 ? String(i + 1) : VIEWS[i].id === 'concepts' ? '?' : '';
}

function tabs() {
  return h(
    'nav',
    {class: 'tabs', 'aria-label': 'Views'},
    VIEWS.map((view, i) =>
      h(
        'a',
        {
          href: '#',
          'data-view': view.id,
          title: keyOf(i) === '' ? view.about : `${view.about} (key ${keyOf(i)})`,
          onclick: (event) => {
            event.preventDefault();
            change({view: view.id});
          },
        },
        view.label,
        keyOf(i) === '' ? null : h('kbd', {'aria-hidden': 'true'}, keyOf(i)),
      ),
    ),
  );
}

function selectionChip(r) {
  const chip = h('div', {class: 'chip', role: 'status'});
  const show = () => {
    const {from, to, whole} = interval(r);
    chip.hidden = whole;
    const size = (to - from) / 50;
    replace(
      chip,
      `Selected: ${instant(from, size)} to ${instant(to, size)}, ${duration(to - from)}. Everything below counts only this interval. `,
      h(
        'button',
        {type: 'button', onclick: () => change({from: '', to: ''})},
        'Clear',
        h('kbd', {}, 'Esc'),
      ),
    );
  };
  onState(show);
  show();
  return chip;
}

function show(app, main) {
  const view = VIEWS.find((one) => one.id === state().view) ?? VIEWS[0];
  app.shown[view.id] ??= view.make(app);
  const current = app.shown[view.id];
  if (main.firstChild !== current.element) main.replaceChildren(current.element);
  main.dataset.view = view.id;
  current.update();
  for (const tab of app.tabs.children) {
    const here = tab.dataset.view === view.id;
    tab.setAttribute('href', link({view: tab.dataset.view}));
    if (here) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  app.strip.element.hidden = ['overview', 'waits', 'births', 'concepts'].includes(view.id);
}

async function start() {
  const data = document.getElementById('data');
  const r = await load(data.textContent);
  data.remove();
  let knownLanes = null;
  const app = {
    r,
    shown: {},
    index: pointIndex(r),
    tabs: tabs(),
    strip: chart(r, {height: 46, axis: false}),
    lanes: () => (knownLanes ??= carrierLanes(r)),
  };
  const settle = place.resume(r);
  readSources(app);
  const main = h('main', {id: 'main', tabindex: '-1'});
  const root = document.getElementById('app');
  replace(
    root,
    h(
      'a',
      {
        class: 'skip',
        href: '#main',
        onclick: (event) => {
          event.preventDefault();
          main.focus();
        },
      },
      'Skip to the view',
    ),
    h('header', {class: 'top'}, h('span', {class: 'brand'}, 'trama'), facts(r), follow(r), app.tabs),
    dumped(r),
    app.strip.element,
    selectionChip(r),
    main,
  );
  document.title = `${r.header.recording.file} – Trama`;
  onState(() => show(app, main));
  keys(app, main);
  show(app, main);
  root.removeAttribute('aria-busy');
  requestAnimationFrame(() => {
    settle();
    performance.mark('trama-interactive');
  });
}

start().catch((error) => {
  replace(
    document.getElementById('app'),
    h('p', {class: 'loading'}, `This page could not be read: ${error.message}`),
  );
  throw error;
});
