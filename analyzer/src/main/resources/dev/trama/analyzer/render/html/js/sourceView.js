import {h} from './dom.js';

export function sourceView() {
  return {element: h('p', {}, 'sourceView'), update() {}};
}
