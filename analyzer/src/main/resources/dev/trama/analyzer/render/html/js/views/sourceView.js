// The source files that suspend, each line with its awaits beside it.

import {h, replace, swatch} from '../ui/dom.js';
import {FAMILIES} from '../data/palette.js';
import {count, duration} from '../data/format.js';
import {interval, state} from '../ui/state.js';
import {lineSums} from '../sums/lineSums.js';
import {goTo} from '../ui/links.js';
import {frameLabel, kindName} from '../data/names.js';
import {at, lengths, wakersOf, wakerWords} from '../sums/stats.js';

function kinds(app, entry) {
  const {r} = app;
  const sites = [...new Map(entry.own.sites.map((site) => [r.sites.kind[site], site])).values()];
  return sites.map((site) =>
    goTo([swatch(FAMILIES[r.sites.family[site]].id), ` ${kindName(r, site)} `], {
      view: 'points',
      point: app.index.rows[app.index.ofSite[site]].key,
    }),
  );
}

/** The gutter of a line: what it awaits itself, or what the calls on it await. */
function gutter(app, entry) {
  if (!entry) return h('span', {class: 'gutter'});
  const {own, through} = entry;
  if (own.count === 0) {
    const words = `${count(through.count)} awaits below the calls of this line, ${duration(through.nanos)}`;
    return h(
      'span',
      {class: 'gutter through', title: words},
      h('span', {class: 'quiet'}, 'async'),
      h('span', {class: 'num'}, duration(through.nanos)),
    );
  }
  const words = `${count(own.count)} awaits, ${duration(own.nanos)}; ${wakerWords(app.r, wakersOf(app.r, own.awaits))}`;
  return h(
    'span',
    {class: 'gutter own', title: words},
    h('span', {}, h('b', {class: 'keyword'}, 'await '), kinds(app, entry)),
    h('span', {class: 'num'}, `×${count(own.count)}`),
    h('span', {class: 'num'}, duration(own.nanos)),
    h('span', {class: 'num'}, `p99 ${duration(at(lengths(app.r, own.awaits), 0.99))}`),
  );
}

function listing(app, file, source, chosen) {
  const rows = source.lines.map((text, i) => {
    const here = String(i + 1) === chosen;
    return h(
      'li',
      {class: here ? 'here' : '', id: `L${i + 1}`},
      gutter(app, file.lines.get(i + 1)),
      h('span', {class: 'lineno'}, i + 1),
      h('code', {}, text),
    );
  });
  return h('ol', {class: 'listing'}, rows);
}

/** Without the file's text: the known lines, by method. */
function knownLines(app, file) {
  const lines = [...file.lines.values()].sort((a, b) => a.line - b.line);
  return [
    h(
      'p',
      {class: 'quiet'},
      'The page has no source of this file; trama report --sources DIR includes it.',
    ),
    h(
      'ol',
      {class: 'listing'},
      lines.map((entry) =>
        h(
          'li',
          {},
          gutter(app, entry),
          h('span', {class: 'lineno'}, entry.line || '?'),
          h('code', {}, `in ${frameLabel(app.r, entry.frame)}`),
        ),
      ),
    ),
  ];
}

export function sourceView(app) {
  const list = h('ul', {class: 'plain picker'});
  const body = h('div', {class: 'body'});
  const update = () => {
    const held = (one) => Number(app.files.has(one.key));
    const files = [...lineSums(app, interval(app.r)).values()].sort(
      (a, b) => held(b) - held(a) || b.nanos - a.nanos,
    );
    const {file: wanted = '', line = ''} = state();
    const file = files.find((one) => one.key === wanted) ?? files[0];
    if (!file) {
      replace(body, h('p', {class: 'quiet'}, 'No await in this interval has a stack.'));
      replace(list);
      return;
    }
    replace(
      list,
      files.map((one) =>
        h(
          'li',
          {},
          goTo(
            one.name,
            {file: one.key, line: ''},
            {title: one.key, 'aria-current': one === file ? 'true' : undefined},
          ),
          h('span', {class: 'quiet'}, one.nanos > 0 ? ` ${duration(one.nanos)}` : ' calls'),
        ),
      ),
    );
    const source = app.files.get(file.key);
    replace(
      body,
      h('h2', {class: 'code'}, file.key),
      source ? listing(app, file, source, line) : knownLines(app, file),
    );
    const busiest = [...file.lines.values()].sort((a, b) => b.own.nanos - a.own.nanos)[0];
    requestAnimationFrame(() => {
      const here = body.querySelector(`#L${Number(line) || busiest.line}`);
      if (here) here.parentElement.scrollTop = here.offsetTop - here.parentElement.clientHeight / 2;
    });
  };
  return {
    element: h(
      'div',
      {class: 'tree'},
      h('div', {class: 'side'}, h('h2', {}, 'Files that suspend'), list),
      body,
    ),
    update,
  };
}
