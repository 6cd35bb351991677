// The timeline view: tracks of tasks and lanes of carriers over time.

import {eachFrame, h} from '../ui/dom.js';
import {onTheme} from '../data/palette.js';
import {change, interval, state} from '../ui/state.js';
import {counted} from '../data/format.js';
import {groups} from '../data/tasks.js';
import {LABELS, RULER, Rows} from './rows.js';
import {View} from './view.js';
import {Painter} from './paint.js';
import {input} from './input.js';
import {timelineDetail} from './detail.js';
import {awaitAt, awaitSentence, runSentence} from './sentence.js';
import {groupSentence, laneSentence} from './words.js';
import {longestAwaits} from '../sums/longest.js';
import {legend} from '../ui/legend.js';
import {entryName, taskName} from '../data/names.js';
import {requestByKey, requestName, tasksOf} from '../data/requests.js';

const OPEN_AT_FIRST = 40;

function toggle(label, name, title) {
  return h(
    'button',
    {
      type: 'button',
      'aria-pressed': 'false',
      title,
      'data-toggle': name,
      onclick: () => change({[name]: state()[name] === '1' ? '' : '1'}),
    },
    label,
  );
}

function button(label, key, title, run) {
  return h('button', {type: 'button', title, onclick: run}, label, key ? h('kbd', {}, key) : null);
}

class Timeline {
  constructor(app) {
    this.app = app;
    this.r = app.r;
    this.canvas = h('canvas', {
      tabindex: '0',
      role: 'application',
      'aria-label':
        'Timeline. Left and right pan, plus and minus zoom, up and down scroll, l jumps to the longest await, n and p to the next and previous of its task, e opens or closes the groups.',
    });
    this.spacer = h('div', {class: 'spacer'}, this.canvas);
    this.box = h('div', {class: 'tracks'}, this.spacer);
    this.tip = h('div', {class: 'tip', hidden: true});
    this.panel = h('aside', {class: 'pinned', 'aria-label': 'The chosen await', hidden: true});
    this.search = h('input', {
      type: 'search',
      placeholder: 'Find tasks by name or entry method …',
      'aria-label': 'Find tasks',
      oninput: () => change({tasks: this.search.value}, {lasting: false}),
    });
    this.told = h('span', {class: 'quiet', role: 'status'});
    this.ofRequest = h('p', {class: 'chip of-request', role: 'status', hidden: true});
    this.controls = h(
      'div',
      {class: 'controls'},
      this.search,
      button(
        'Longest',
        'l',
        'The longest await among what is selected and found; again for the next longest',
        () => this.longest(),
      ),
      button('Previous', 'p', 'The previous await of the same task', () => this.step(-1)),
      button('Next', 'n', 'The next await of the same task', () => this.step(1)),
      button('Fit', 'f', 'Zoom to the chosen await', () => this.fit()),
      button('All', '0', 'Show the whole recording or selection', () => this.all()),
      button('Open or close groups', 'e', 'Open all groups, or close them', () => this.toggleAll()),
      toggle('Wakes', 'wakes', 'Arrows from wakers to the tasks they woke'),
      toggle('Spawns', 'spawns', 'Arrows from parents to the tasks they started'),
      this.told,
    );
    this.element = h(
      'div',
      {class: 'timeline'},
      this.controls,
      this.ofRequest,
      h('div', {class: 'stage'}, this.box, this.panel, this.tip),
      legend(),
      h(
        'p',
        {class: 'hint'},
        'Drag to pan, Ctrl and wheel to zoom at the pointer, wheel to scroll, double click to zoom to an await, click to pin one.',
      ),
    );
    this.rows = new Rows(this.r, groups(this.r));
    this.open = new Set();
    this.range = '';
    this.request = state().t0 === undefined ? '' : (state().request ?? '');
    this.only = null;
    this.shown = null;
    this.rows.groups.forEach((group, g) => group.tasks.length <= OPEN_AT_FIRST && this.open.add(g));
    if (this.rows.groups.length > 0 && this.r.tasks.count < 2000) this.open.add(0);
    this.view = new View(this.r, () => this.paint());
    this.painter = new Painter(app, this.canvas, () => this.paint());
    this.paint = eachFrame(() => this.draw());
    this.box.addEventListener('scroll', this.paint);
    new ResizeObserver(this.paint).observe(this.box);
    onTheme(this.paint);
    input(this);
  }

  get chosen() {
    const i = Number(state().await ?? NaN);
    return i >= 0 && i < this.r.awaits.count ? i : -1;
  }

  trackWidth() {
    return Math.max(1, this.box.clientWidth - LABELS);
  }

  time(x) {
    return this.view.from + ((x - LABELS) / this.trackWidth()) * this.view.length;
  }

  rowAt(y) {
    const height = y - RULER + this.box.scrollTop;
    const row = this.rows.list[this.rows.at(height)];
    return row && height >= row.top ? row : undefined;
  }

  layOut() {
    this.rows.layOut(this.open, this.search.value, interval(this.r), this.only);
    this.spacer.style.height = `${this.rows.total + RULER + 20}px`;
  }

  draw() {
    const width = this.box.clientWidth;
    const height = this.box.clientHeight;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    const hint = this.painter.paint({
      rows: this.rows,
      view: this.view,
      scroll: this.box.scrollTop,
      width,
      height,
      lanes: this.app.lanes(),
      chosen: this.chosen,
      arrows: {wakes: state().wakes === '1', spawns: state().spawns === '1'},
    });
    this.told.textContent = hint || counted(this.rows.matching, 'task');
  }

  story(x, y) {
    const row = this.rowAt(y);
    if (!row) return '';
    if (x < LABELS)
      return row.kind === 'group'
        ? row.group.name
        : row.kind === 'task'
          ? `${taskName(this.r, row.task)}, ${entryName(this.r, row.task)}`
          : '';
    const time = this.time(x);
    if (row.kind === 'carrier')
      return laneSentence(this.r, this.app.lanes()[row.carrier], row.carrier, time);
    if (row.kind === 'group')
      return groupSentence(this.painter.densities.of(row, this.view).occupied, row, time);
    const i = awaitAt(this.r, row.task, time);
    return i >= 0 ? awaitSentence(this.r, i) : runSentence(this.r, row.task, time);
  }

  hover(x, y) {
    const words = this.story(x, y);
    const row = this.rowAt(y);
    this.canvas.style.cursor = row?.kind === 'group' && x < LABELS ? 'pointer' : 'default';
    this.tip.hidden = words === '';
    this.tip.textContent = words;
    this.tip.style.left = `${Math.max(4, Math.min(x + 14, this.box.clientWidth - 380))}px`;
    this.tip.style.top = `${y > this.box.clientHeight - 90 ? y - 76 : y + 18}px`;
  }

  click(x, y) {
    const row = this.rowAt(y);
    if (!row) return;
    if (row.kind === 'group') {
      if (!this.open.delete(row.number)) this.open.add(row.number);
      this.layOut();
      this.paint();
      return;
    }
    const task = row.kind === 'task' ? row.task : -1;
    const i =
      task < 0 ? -1 : x < LABELS ? this.r.tasks.first[task] : awaitAt(this.r, task, this.time(x));
    change({await: i < 0 || i >= this.r.awaits.count ? '' : String(i)});
  }

  zoomInto(x, y) {
    const row = this.rowAt(y);
    if (row?.kind !== 'task') return;
    const i = awaitAt(this.r, row.task, this.time(x));
    if (i >= 0)
      this.view.show(
        this.r.awaits.begin[i] - (this.r.awaits.end[i] - this.r.awaits.begin[i]) * 0.2,
        this.r.awaits.end[i] + (this.r.awaits.end[i] - this.r.awaits.begin[i]) * 0.2,
      );
    else this.view.zoom(0.4, this.time(x));
  }

  fit() {
    const i = this.chosen;
    const length = i < 0 ? 0 : this.r.awaits.end[i] - this.r.awaits.begin[i];
    if (i >= 0)
      this.view.show(this.r.awaits.begin[i] - length * 0.2, this.r.awaits.end[i] + length * 0.2);
  }

  all() {
    const {from, to} = interval(this.r);
    this.view.show(from, to);
  }

  toggleAll() {
    if (this.open.size > 0) this.open.clear();
    else this.rows.groups.forEach((_, g) => this.open.add(g));
    this.layOut();
    this.paint();
  }

  /** The longest await; from the one chosen, the next longest. */
  longest() {
    const tasks =
      this.search.value === ''
        ? null
        : this.rows.list.flatMap((row) => (row.kind === 'group' ? row.tasks : []));
    const list = longestAwaits(this.r, interval(this.r), tasks);
    if (list.length === 0) return;
    change({await: String(list[(list.indexOf(this.chosen) + 1) % list.length])});
  }

  step(by) {
    const i = this.chosen < 0 ? this.r.tasks.first[0] : this.chosen;
    const next = i + by;
    if (
      this.chosen < 0 ||
      (next >= 0 &&
        next < this.r.awaits.count &&
        this.r.awaits.task[next] === this.r.awaits.task[i])
    ) {
      change({await: String(this.chosen < 0 ? i : next)});
    }
  }

  /**
   * With a request in the URL, only its tasks are shown; the time is set when the request changes.
   */
  follow() {
    const {request = ''} = state();
    const q = request === '' ? -1 : requestByKey(this.r, request);
    this.only = q < 0 ? null : tasksOf(this.r, q);
    this.ofRequest.hidden = q < 0;
    if (q >= 0)
      this.ofRequest.replaceChildren(
        `Only the tasks of ${requestName(this.r, q)} ${request}. `,
        button('Show all tasks', '', 'Stop showing only this request', () => change({request: ''})),
      );
    if (this.request === request) return;
    this.request = request;
    if (q < 0) return;
    const {start, end} = this.r.requests;
    const room = (end[q] - start[q]) * 0.05;
    this.view.show(start[q] - room, end[q] + room);
  }

  /** Opens the group of the chosen await, scrolls to its row and brings its time into view. */
  reveal() {
    const i = this.chosen;
    if (i < 0) return;
    const t = this.r.awaits.task[i];
    const group = this.rows.groupOf[t];
    if (this.rows.ofTask(t) < 0) {
      this.search.value = '';
      this.only = null;
      change({tasks: '', request: ''}, {lasting: false});
    }
    if (!this.open.has(group)) this.open.add(group);
    this.layOut();
    const row = this.rows.list[this.rows.ofTask(t)];
    if (row === undefined) return; // it was not alive in the selected interval
    const height = this.box.clientHeight - RULER;
    if (row.top < this.box.scrollTop || row.top + row.height > this.box.scrollTop + height)
      this.box.scrollTop = row.top - height / 2;
    this.view.reveal(this.r.awaits.begin[i], this.r.awaits.end[i]);
  }

  update() {
    const {tasks = '', from = '', to = ''} = state();
    if (document.activeElement !== this.search) this.search.value = tasks;
    const range = `${from} ${to}`;
    if (this.range !== '' && this.range !== range) this.all();
    this.range = range;
    this.follow();
    this.layOut();
    for (const one of this.controls.querySelectorAll('[data-toggle]'))
      one.setAttribute('aria-pressed', String(state()[one.dataset.toggle] === '1'));
    timelineDetail(this.app, this.panel, this.chosen, [
      button('‹ Previous', '', 'The previous await of this task', () => this.step(-1)),
      button('Next ›', '', 'The next await of this task', () => this.step(1)),
      button('Close', 'Esc', 'Close this await', () => change({await: ''})),
    ]);
    if (this.shown !== this.chosen) {
      this.shown = this.chosen;
      this.reveal();
    }
    this.paint();
  }
}

export function timeline(app) {
  return new Timeline(app);
}
