// What the reader looks at, kept in the URL's fragment so that a link opens the same place.

const listeners = [];
let current = read();

function read() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

function fragment(state) {
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== ''));
  return '#' + query.toString();
}

function tell() {
  listeners.forEach((listener) => listener(current));
}

export function state() {
  return current;
}

/** The address of the page as it would be after these changes; '' removes an entry. */
export function link(changes) {
  return fragment({...current, ...changes});
}

/** Changes entries; a lasting step (the default) can be undone by the browser's Back. */
export function change(changes, {lasting = true} = {}) {
  const next = fragment({...current, ...changes});
  if (next === fragment(current)) return;
  if (lasting) history.pushState(null, '', next);
  else history.replaceState(null, '', next);
  current = read();
  tell();
}

export function onState(listener) {
  listeners.push(listener);
}

addEventListener('popstate', () => {
  const before = fragment(current);
  current = read();
  if (before !== fragment(current)) tell();
});

/** The selected interval, or the whole recording. */
export function interval(recording) {
  const from = Number(current.from ?? NaN);
  const to = Number(current.to ?? NaN);
  if (!(to > from)) return {from: 0, to: recording.length, whole: true};
  return {from: Math.max(0, from), to: Math.min(recording.length, to), whole: false};
}
