// Which fill means what.

import {h, swatch} from './dom.js';
import {FAMILIES} from '../data/palette.js';

export function legend() {
  return h(
    'ul',
    {class: 'legend', 'aria-label': 'Legend'},
    FAMILIES.map((family) => h('li', {}, swatch(family.id), ' ', family.label)),
  );
}
