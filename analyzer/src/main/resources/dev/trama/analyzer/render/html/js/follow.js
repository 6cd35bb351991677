// A page that is served asks whether there is a newer one, and loads it without losing the reader's
// place.

import {h, replace} from './ui/dom.js';
import {change, state} from './ui/state.js';
import {place} from './place.js';

const PERIOD_MILLIS = 1000;
const AT_REST_MILLIS = 1500;
const PATIENCE = 3;

/** Number of the page, as its server counts; null when it is a file. */
function served() {
  return document.querySelector('meta[name=trama-served]')?.getAttribute('content') ?? null;
}

/** Whether the reader uses neither mouse nor keyboard: a page must not change meanwhile. */
function restWatch() {
  let pressed = false;
  let touched = 0;
  const touch = () => (touched = performance.now());
  addEventListener('pointerdown', () => (pressed = true));
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = false));
  for (const one of ['pointerdown', 'pointerup', 'keydown', 'wheel', 'scroll'])
    document.addEventListener(one, touch, true);
  return () =>
    !pressed &&
    performance.now() - touched > AT_REST_MILLIS &&
    String(document.getSelection() ?? '') === '';
}

/** The part of the header that says that the page is followed, with a button to hold it. */
export function follow(r) {
  const number = served();
  if (number === null) return null;
  const told = h('span', {role: 'status'});
  const hold = h('button', {
    type: 'button',
    title: 'Keep the page as it is, or renew it again',
    onclick: () => {
      change({hold: state().hold === '1' ? '' : '1'}, {lasting: false});
      show();
    },
  });
  const element = h('span', {class: 'follow'}, told, hold);
  const atRest = restWatch();
  let newer = false;
  let failures = 0;
  const show = () => {
    const held = state().hold === '1';
    element.dataset.follow = failures >= PATIENCE ? 'ended' : held ? 'held' : 'on';
    hold.hidden = failures >= PATIENCE;
    replace(hold, held ? 'Follow' : 'Hold');
    replace(
      told,
      failures >= PATIENCE
        ? 'No longer followed: this is the last state'
        : held
          ? newer
            ? 'Held; there is a newer one'
            : 'Held'
          : 'Following',
    );
  };
  const ask = async () => {
    try {
      if (!document.hidden && !newer) {
        newer = (await fetch(`newer?than=${number}`)).status === 200;
      }
      failures = 0;
    } catch {
      failures++;
    }
    show();
    if (newer && state().hold !== '1' && atRest()) {
      place.keep(r);
      location.reload();
    } else if (failures < PATIENCE) {
      setTimeout(ask, PERIOD_MILLIS);
    }
  };
  show();
  setTimeout(ask, PERIOD_MILLIS);
  return element;
}
