import {h} from './dom.js';

export function timeline() {
  return {element: h('p', {}, 'timeline'), update() {}};
}
