// Makes elements. Text only ever becomes text: nothing in the page sets HTML.

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path', 'rect', 'line', 'g']);

/** h('button', {class: 'x', onclick: f}, 'text', child, [more]) */
export function h(tag, attributes, ...children) {
  const element = SVG_TAGS.has(tag)
    ? document.createElementNS(SVG, tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style')
      Object.entries(value).forEach(([k, v]) => element.style.setProperty(k, v));
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export function replace(parent, ...children) {
  parent.replaceChildren(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
}

/** A swatch in the fill of a state or a family of kinds. */
export function swatch(family) {
  return h('i', {
    class: 'swatch',
    style: {'background-image': `var(--fill-${family})`},
    'aria-hidden': 'true',
  });
}

/** Runs the function at most once a frame; `now` runs it at once. */
export function eachFrame(run) {
  let asked = false;
  const later = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      run();
    });
  };
  later.now = run;
  return later;
}
