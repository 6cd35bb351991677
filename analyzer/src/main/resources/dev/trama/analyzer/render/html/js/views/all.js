// The views, in the order of their tabs and of the keys 1 to 8.

import {overview} from './overview.js';
import {pointsView} from './pointsView.js';
import {timeline} from '../timeline/timeline.js';
import {treeView} from './treeView.js';
import {flame} from './flame.js';
import {sourceView} from './sourceView.js';
import {criticalView} from './criticalView.js';
import {concepts} from './concepts.js';

export const VIEWS = [
  {
    id: 'overview',
    label: 'Overview',
    about: 'What was recorded, and what stands out',
    make: overview,
  },
  {
    id: 'points',
    label: 'Suspension points',
    about: 'Where tasks suspend, how often and for how long',
    make: pointsView,
  },
  {id: 'timeline', label: 'Timeline', about: 'Every task and carrier over time', make: timeline},
  {id: 'tree', label: 'Await tree', about: 'The code with its awaits written down', make: treeView},
  {id: 'flame', label: 'Flame graph', about: 'Awaiting time by stack', make: flame},
  {
    id: 'source',
    label: 'Source',
    about: 'The awaits beside the lines that cause them',
    make: sourceView,
  },
  {
    id: 'critical',
    label: 'Critical path',
    about: 'What a task was waiting for, from its end back to its start',
    make: criticalView,
  },
  {id: 'concepts', label: 'Concepts', about: 'What the words mean', make: concepts},
];
