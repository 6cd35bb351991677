// States and families of kinds: colour, lightness and texture all differ, so that neither colour
// blindness nor a grey print confuses them. Everything drawn takes its fill from here.

const SOLID = () => false;
const FALLING = (x, y) => ((x - y) & 7) < 2;
const RISING = (x, y) => ((x + y) & 3) === 0;
const DOTS = (x, y) => (x & 3) === 1 && (y & 3) === 1;
const CROSS = (x, y) => ((x + y) & 7) < 1 || ((x - y) & 7) < 1;
const CHECKS = (x, y) => ((x >> 1) + (y >> 1)) % 2 === 0;
const UPRIGHT = (x) => (x & 3) === 0;
const LEVEL = (x, y) => (y & 3) === 0;
const SPARSE = (x, y) => (x & 7) === 3 && (y & 7) === 3;

/** light and dark: [fill, texture] */
export const FAMILIES = [
  {
    id: 'running',
    label: 'Running',
    texture: SOLID,
    light: ['#23405f', '#23405f'],
    dark: ['#dce8f7', '#dce8f7'],
  },
  {
    id: 'ready',
    label: 'Ready',
    texture: RISING,
    light: ['#f7d774', '#b98a10'],
    dark: ['#c9a02c', '#6b5310'],
  },
  {
    id: 'io',
    label: 'Awaiting I/O',
    texture: SOLID,
    light: ['#58b5a5', '#58b5a5'],
    dark: ['#2f8779', '#2f8779'],
  },
  {
    id: 'lock',
    label: 'Awaiting a lock',
    texture: FALLING,
    light: ['#ec8d4f', '#c9632a'],
    dark: ['#c96a2e', '#ef9d66'],
  },
  {
    id: 'pool',
    label: 'Awaiting a pool',
    texture: CHECKS,
    light: ['#f6b98c', '#dd8247'],
    dark: ['#8f4f24', '#c27a49'],
  },
  {
    id: 'signal',
    label: 'Awaiting a message',
    texture: DOTS,
    light: ['#b6a2dd', '#7a5fb5'],
    dark: ['#7a63b0', '#c3b1ea'],
  },
  {
    id: 'task',
    label: 'Awaiting a task',
    texture: UPRIGHT,
    light: ['#d9a5cf', '#b777a9'],
    dark: ['#8a4a7c', '#b880ab'],
  },
  {
    id: 'timer',
    label: 'Awaiting a timer',
    texture: SOLID,
    light: ['#bdd7f2', '#bdd7f2'],
    dark: ['#36587d', '#36587d'],
  },
  {
    id: 'yield',
    label: 'Yielding',
    texture: UPRIGHT,
    light: ['#dedcb8', '#9c9863'],
    dark: ['#5f5d3c', '#a8a471'],
  },
  {
    id: 'other',
    label: 'Awaiting, other',
    texture: LEVEL,
    light: ['#c6ccd4', '#98a2ae'],
    dark: ['#4a525d', '#77818e'],
  },
  {
    id: 'pinned',
    label: 'Pinned',
    texture: CROSS,
    light: ['#b3173f', '#f3b8c6'],
    dark: ['#e0446c', '#54101f'],
  },
  {
    id: 'unknown',
    label: 'Unknown',
    texture: SPARSE,
    light: ['#eceef1', '#9aa2ad'],
    dark: ['#262b33', '#6a7380'],
  },
];

const NUMBER = new Map(FAMILIES.map((family, number) => [family.id, number]));

export function familyNumber(id) {
  return NUMBER.get(id) ?? NUMBER.get('other');
}

export const RUNNING = familyNumber('running');
export const READY = familyNumber('ready');
export const PINNED = familyNumber('pinned');
export const UNKNOWN = familyNumber('unknown');

const DARK = matchMedia('screen and (prefers-color-scheme: dark)');
const PRINT = matchMedia('print');
let listeners = [];
let tiles = [];
let patterns = new WeakMap();

function pixel(hex) {
  const rgb = parseInt(hex.slice(1), 16);
  return (0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

function tileCanvas(tile) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const bytes = new Uint8ClampedArray(tile.buffer.slice(0));
  canvas.getContext('2d').putImageData(new ImageData(bytes, 8, 8), 0, 0);
  return canvas;
}

function paint() {
  tiles = FAMILIES.map((family) => {
    const [fill, texture] = family[isDark() ? 'dark' : 'light'].map(pixel);
    return Uint32Array.from({length: 64}, (_, i) =>
      family.texture(i & 7, i >> 3) ? texture : fill,
    );
  });
  patterns = new WeakMap();
  FAMILIES.forEach((family, i) => {
    document.documentElement.style.setProperty(
      `--fill-${family.id}`,
      `url(${tileCanvas(tiles[i]).toDataURL()})`,
    );
  });
}

export function isDark() {
  return DARK.matches;
}

/** The fill of a family as 8 by 8 pixels. */
export function tile(number) {
  return tiles[number];
}

/** The fill of a family for a canvas. */
export function pattern(context, number) {
  if (!patterns.has(context)) patterns.set(context, []);
  const known = patterns.get(context);
  known[number] ??= context.createPattern(tileCanvas(tiles[number]), 'repeat');
  return known[number];
}

/** A colour of the style sheet, for a canvas. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/**
 * Calls the listener whenever the theme changes, which printing does too, as long as something else
 * holds the listener: a view that draws anew drops its elements.
 */
export function onTheme(listener) {
  listeners = [...listeners.filter((one) => one.deref() !== undefined), new WeakRef(listener)];
}

function tell(how) {
  paint();
  for (const one of listeners) {
    const listener = one.deref();
    if (listener) how(listener);
  }
}

paint();
DARK.addEventListener('change', () => tell((listener) => listener()));
// What is printed must be drawn by now: no frame comes before it.
PRINT.addEventListener('change', () => tell((listener) => (listener.now ?? listener)()));
