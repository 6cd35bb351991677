// What the words of the page mean, for readers who are new to them.

import {h, swatch} from '../ui/dom.js';
import {state} from '../ui/state.js';

const WORDS = [
  [
    'task',
    'Task',
    null,
    'One virtual thread, from start to end. It is named by its thread’s name or by its entry method, the application method it began in.',
  ],
  [
    'await',
    'Await',
    null,
    'One suspension of a task: from giving up its carrier to running again. Languages with the word await write it down; in Java it happens inside calls that block, such as a read from a socket, a take from a queue, a sleep or a lock.',
  ],
  [
    'carrier',
    'Carrier',
    null,
    'The platform thread that a task runs on for a while. There are about as many as cores. A task that awaits gives up its carrier, and another task runs on it meanwhile.',
  ],
  ['running', 'Running', 'running', 'The task is on a carrier and executes code.'],
  [
    'awaiting',
    'Awaiting',
    'io',
    'The task is suspended: it costs no carrier and no core. The fill shows what it awaits: input or output, a lock, a place in a pool, a message, another task’s result, a timer.',
  ],
  [
    'ready',
    'Ready',
    'ready',
    'The task could run, because it was started or woken, and no carrier has taken it yet. How long this takes after a wake-up is the resume latency. Much ready time means that there is more to run than the carriers can take.',
  ],
  [
    'pinned',
    'Pinned',
    'pinned',
    'The task awaits but cannot give up its carrier, which is blocked with it: within native code, or, before JDK 24, within synchronized.',
  ],
  [
    'unknown',
    'Unknown',
    'unknown',
    'The recording does not say: most often, the task began before the recording did.',
  ],
  [
    'slice',
    'Slice',
    null,
    'An interval of a task’s life in one state. All slices of a task add up to its life.',
  ],
  [
    'point',
    'Suspension point',
    null,
    'The line of the application to which an await is charged: the innermost frame that is neither the JDK’s nor a library’s.',
  ],
  [
    'request',
    'Request',
    null,
    'A piece of work that a client waits for, with the tasks that it started: what the program marked by a context, or else a task. Where a task serves a connection, a request is what it does from one read to the next.',
  ],
  [
    'coroutine',
    'Coroutine',
    null,
    'A method that was seen to suspend before it returned. The await tree writes async before it, as other languages would.',
  ],
  [
    'waker',
    'Waker',
    null,
    'What ended an await: the thread that released the lock, put into the queue or completed the future; or a timer.',
  ],
  [
    'meanwhile',
    'Meanwhile',
    null,
    'What the carrier that was given up ran during an await. It is why awaiting is cheap.',
  ],
  [
    'concurrency',
    'Concurrency and parallelism',
    null,
    'Concurrency: how many tasks are in flight at an instant, most of them awaiting. Parallelism: how many run at that instant, each on a carrier of its own. A program can have thousands of tasks in flight on one carrier; then nothing is parallel and everything is concurrent.',
  ],
  [
    'bound',
    'CPU-bound, IO-bound',
    null,
    '',
  ],
  [
    'critical',
    'Critical path',
    null,
    'From the end of a task back to its start, at every instant whatever it needed to go on: its own running, or the task that woke it, or the timer or input that it awaited. Only changes on this path can make the task end sooner.',
  ],
];

/** What the words of the analysis mean, in the order in which it decides. */
function boundWords(r) {
  const said = r.header.bounds
    .filter(({words}) => words !== '')
    .map(({words, meaning}) => `${words[0].toUpperCase()}${words.slice(1)}: ${meaning}`);
  return `What tasks spend their time on. ${said.join(' ')}`;
}

export function concepts({r}) {
  const list = h(
    'dl',
    {class: 'concepts'},
    WORDS.map(([id, name, family, text]) =>
      h(
        'div',
        {'data-term': id},
        h('dt', {}, family ? [swatch(family), ' '] : null, name),
        h('dd', {}, id === 'bound' ? boundWords(r) : text),
      ),
    ),
  );
  const keys = h(
    'table',
    {class: 'grid keys'},
    h(
      'tbody',
      {},
      [
        ['1 to 9', 'show a view'],
        ['/', 'search in the view'],
        ['Esc', 'clear the selected interval and the chosen await'],
        ['?', 'this page'],
        ['← → or a d', 'pan the timeline'],
        ['+ − or w s', 'zoom the timeline'],
        ['↑ ↓', 'scroll the timeline, walk the await tree'],
        ['l', 'the longest await, then the next longest'],
        ['p n', 'previous and next await of the same task'],
        ['f', 'zoom to the chosen await'],
        ['0', 'show all'],
        ['e', 'open or close the groups'],
      ].map(([key, text]) => h('tr', {}, h('td', {class: 'code'}, key), h('td', {}, text))),
    ),
  );
  const box = h(
    'div',
    {class: 'columns'},
    h('section', {}, h('h2', {}, 'Words'), list),
    h('section', {}, h('h2', {}, 'Keys'), keys),
  );
  const update = () => {
    for (const word of list.children)
      word.classList.toggle('here', word.dataset.term === state().term);
    requestAnimationFrame(() => list.querySelector('.here')?.scrollIntoView({block: 'center'}));
  };
  return {element: box, update};
}
