// Which rows the timeline has, from top to bottom: carriers, then groups of tasks by entry method.

import {taskName} from '../data/names.js';

/** Width of the names, height of the ruler. */
export const LABELS = 232;
export const RULER = 22;

export const HEIGHT = {carrier: 18, group: 30, task: 17, gap: 10};

/** A row: {kind, top, height} and carrier, group or task. Tasks of closed groups have no row. */
export class Rows {
  constructor(r, groups) {
    this.r = r;
    this.groups = groups;
    this.groupOf = new Int32Array(r.tasks.count);
    groups.forEach((group, g) => group.tasks.forEach((t) => (this.groupOf[t] = g)));
    this.rowOfTask = new Int32Array(r.tasks.count);
    this.list = [];
    this.total = 0;
    this.matching = 0;
  }

  /**
   * Lays the rows out: open is a set of group numbers, query filters tasks by their names, and with
   * a selected interval only the tasks that were alive in it have a row. A set of the only tasks to
   * show overrides all of these.
   */
  layOut(open, query, {from, to, whole}, only = null) {
    const {r} = this;
    const wanted = query.toLowerCase();
    const lived = (t) => whole || (r.tasks.spawned[t] < to && r.tasks.end[t] > from);
    const shown = (t) => (only === null ? lived(t) : only.has(t));
    this.list = [];
    this.total = 0;
    this.rowOfTask.fill(-1);
    this.matching = 0;
    const add = (row, height) => {
      this.list.push({...row, top: this.total, height});
      this.total += height;
    };
    if (wanted === '')
      r.carriers.forEach((_, carrier) => add({kind: 'carrier', carrier}, HEIGHT.carrier));
    if (r.carriers.length > 0) this.total += HEIGHT.gap;
    this.groups.forEach((group, g) => {
      const all = wanted === '' || group.name.toLowerCase().includes(wanted);
      const named = (t) => all || taskName(r, t).toLowerCase().includes(wanted);
      const tasks =
        all && whole && only === null
          ? group.tasks
          : group.tasks.filter((t) => shown(t) && named(t));
      if (tasks.length === 0) return;
      this.matching += tasks.length;
      const isOpen = open.has(g) || !all || only !== null;
      const drawn = only === null ? group.tasks : tasks;
      const key = only === null ? `${g}` : `${g} ${tasks.join(' ')}`;
      add({kind: 'group', group, number: g, open: isOpen, tasks, drawn, key}, HEIGHT.group);
      const row = this.list.length - 1;
      tasks.forEach((t) => (this.rowOfTask[t] = row));
      if (!isOpen) return;
      for (const t of tasks) {
        this.rowOfTask[t] = this.list.length;
        add({kind: 'task', task: t}, HEIGHT.task);
      }
    });
  }

  /** The number of the first row that ends below this height. */
  at(y) {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.list[middle].top + this.list[middle].height > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The task's row, or that of its closed group; -1 when the filter hides it. */
  ofTask(t) {
    return this.rowOfTask[t];
  }
}
