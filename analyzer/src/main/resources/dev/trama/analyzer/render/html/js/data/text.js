// Every string of a recording is untrusted: thread names, class names and file paths may hold
// markup, control characters or marks that turn the direction of the text around them. Markup is
// harmless because the page never parses text as HTML; this makes the rest visible.

const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function symbol(character) {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return '\u27e8U+' + code.toString(16).toUpperCase().padStart(4, '0') + '\u27e9';
}

/** The text with each invisible or direction-changing character shown by a symbol. */
export function visible(text) {
  return text.replace(INVISIBLE, symbol);
}

/** As visible, for a file's line: a tab stays a tab. */
export function visibleLine(text) {
  return text.split('\t').map(visible).join('\t');
}

/** A copy of parsed JSON in which every string is visible. */
export function visibleDeep(value) {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(visibleDeep);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(/** @type {!Object} */ (value));
  return Object.fromEntries(entries.map(([k, v]) => [visible(k), visibleDeep(v)]));
}

/** 'com.acme.shop.Pool$Entry' -> 'Pool.Entry' */
export function shortClass(name) {
  return name.slice(name.lastIndexOf('.') + 1).replaceAll('$', '.');
}
