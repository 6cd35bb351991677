import {h} from './dom.js';

export function concepts() {
  return {element: h('p', {}, 'concepts'), update() {}};
}
