// The views, in the order of their tabs and of the keys 1 to 9.

import {overview} from './overview.js';
import {requestsView} from './requestsView.js';
import {pointsView} from './pointsView.js';
import {timeline} from '../timeline/timeline.js';
import {treeView} from './treeView.js';
import {flame} from './flame.js';
import {sourceView} from './sourceView.js';
import {criticalView} from './criticalView.js';
import {waitsView} from './waitsView.js';
import {birthsView} from './birthsView.js';
import {concepts} from './concepts.js';

export const VIEWS = [
  {
    id: 'overview',
    label: 'Overview',
    about: 'What was recorded, and what stands out',
    make: overview,
  },
  {
    id: 'requests',
    label: 'Requests',
    about: 'Requests by name, why the slow ones are slow, and each one over time',
    make: requestsView,
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
  {
    id: 'waits',
    label: 'Who waits',
    about: 'Who waited for whom when the recording ended',
    make: waitsView,
  },
  {
    id: 'births',
    label: 'Births',
    about: 'Who started whom, and scopes with their forks',
    make: birthsView,
  },
  {id: 'concepts', label: 'Concepts', about: 'What the words mean', make: concepts},
];
