// Keys that work everywhere: 1 to 9 show a view, / searches it, Escape clears.

import {VIEWS} from './views/all.js';
import {change} from './ui/state.js';

function typing(target) {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

export function keys(app, main) {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (typing(event.target)) event.target.blur();
      else change({from: '', to: '', await: ''});
      return;
    }
    if (typing(event.target)) return;
    const view = VIEWS[Number(event.key) - 1];
    if (view) {
      change({view: view.id});
      main.focus({preventScroll: true});
    } else if (event.key === '/') {
      const search = main.querySelector('input[type=search]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === '?') {
      change({view: 'concepts'});
    }
  });
}
