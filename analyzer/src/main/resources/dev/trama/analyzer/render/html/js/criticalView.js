import {h} from './dom.js';

export function criticalView() {
  return {element: h('p', {}, 'criticalView'), update() {}};
}
