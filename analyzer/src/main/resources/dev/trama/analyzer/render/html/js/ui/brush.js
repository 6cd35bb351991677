// Selecting an interval on a chart, with the pointer or the keyboard.

import {interval} from './state.js';

const EDGE = 5;

function pointer(chart) {
  const canvas = chart.canvas;
  let drag = null;
  const at = (event) => event.clientX - canvas.getBoundingClientRect().left;
  const grab = (x) => {
    const {from, to, whole} = interval(chart.r);
    if (whole) return {anchor: chart.time(x)};
    if (Math.abs(chart.x(from) - x) < EDGE) return {anchor: to};
    if (Math.abs(chart.x(to) - x) < EDGE) return {anchor: from};
    return {anchor: chart.time(x)};
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    drag = {...grab(at(event)), x: at(event)};
  });
  canvas.addEventListener('pointermove', (event) => {
    const x = at(event);
    chart.readout.value = chart.occupied ? chart.tell(x) : '';
    if (!drag) {
      const {from, to, whole} = interval(chart.r);
      const edge =
        !whole && (Math.abs(chart.x(from) - x) < EDGE || Math.abs(chart.x(to) - x) < EDGE);
      canvas.style.cursor = edge ? 'ew-resize' : 'crosshair';
      return;
    }
    const time = chart.time(x);
    chart.dragged = {
      from: Math.min(drag.anchor, time),
      to: Math.max(drag.anchor, time),
      whole: false,
    };
    chart.paint();
  });
  canvas.addEventListener('pointerup', (event) => {
    const moved = drag && Math.abs(at(event) - drag.x) > 3;
    if (moved && chart.dragged) chart.select(chart.dragged.from, chart.dragged.to);
    else if (drag) chart.select(0, 0);
    drag = chart.dragged = null;
    chart.paint();
  });
  canvas.addEventListener('pointercancel', () => {
    drag = chart.dragged = null;
    chart.paint();
  });
  canvas.addEventListener('pointerleave', () => (chart.readout.value = ''));
}

function keyboard(chart) {
  chart.canvas.addEventListener('keydown', (event) => {
    const chosen = interval(chart.r);
    const {from, to} = chosen.whole
      ? {from: chart.r.length * 0.45, to: chart.r.length * 0.55}
      : chosen;
    const length = to - from;
    const moves = {
      ArrowLeft: [-length / 10, -length / 10],
      ArrowRight: [length / 10, length / 10],
      '+': [length / 10, -length / 10],
      '=': [length / 10, -length / 10],
      '-': [-length / 8, length / 8],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = chosen.whole ? [from, to] : [from + move[0], to + move[1]];
    if (next[0] >= 0 && next[1] <= chart.r.length) chart.select(...next);
    else if (event.key === '-')
      chart.select(Math.max(0, next[0]), Math.min(chart.r.length, next[1]));
  });
}

export function brush(chart) {
  pointer(chart);
  keyboard(chart);
}
