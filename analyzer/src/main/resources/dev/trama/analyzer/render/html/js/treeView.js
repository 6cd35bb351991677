import {h} from './dom.js';

export function treeView() {
  return {element: h('p', {}, 'treeView'), update() {}};
}
