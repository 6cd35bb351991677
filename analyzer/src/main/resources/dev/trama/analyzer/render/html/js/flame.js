import {h} from './dom.js';

export function flame() {
  return {element: h('p', {}, 'flame'), update() {}};
}
