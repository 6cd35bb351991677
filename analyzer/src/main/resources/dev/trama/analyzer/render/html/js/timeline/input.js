// Pointer and keys on the timeline.

import {LABELS} from './rows.js';

function wheel(timeline, event) {
  const {view} = timeline;
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    view.zoom(1.0025 ** Math.max(-200, Math.min(200, event.deltaY)), timeline.time(event.offsetX));
  } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
    event.preventDefault();
    view.pan((sideways / timeline.trackWidth()) * view.length);
  }
}

function pointer(timeline) {
  const {canvas, view} = timeline;
  let drag = null;
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.focus({preventScroll: true});
    drag = {
      x: event.offsetX,
      y: event.offsetY,
      from: view.from,
      to: view.to,
      scroll: timeline.box.scrollTop,
      moved: false,
    };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drag) {
      timeline.hover(event.offsetX, event.offsetY);
      return;
    }
    const dx = event.offsetX - drag.x;
    const dy = event.offsetY - drag.y;
    drag.moved ||= Math.abs(dx) > 3 || Math.abs(dy) > 3;
    if (!drag.moved || drag.x < LABELS) return;
    timeline.tip.hidden = true;
    const nanos = (dx / timeline.trackWidth()) * (drag.to - drag.from);
    timeline.box.scrollTop = drag.scroll - dy;
    view.show(drag.from - nanos, drag.to - nanos);
  });
  canvas.addEventListener('pointerup', (event) => {
    const clicked = drag && !drag.moved;
    drag = null;
    if (clicked) timeline.click(event.offsetX, event.offsetY);
  });
  canvas.addEventListener('pointercancel', () => (drag = null));
  canvas.addEventListener('pointerleave', () => (timeline.tip.hidden = true));
  canvas.addEventListener('dblclick', (event) => timeline.zoomInto(event.offsetX, event.offsetY));
}

function keyboard(timeline) {
  const {view} = timeline;
  const middle = () => (view.from + view.to) / 2;
  const actions = {
    ArrowLeft: () => view.pan(-view.length / 8),
    a: () => view.pan(-view.length / 8),
    ArrowRight: () => view.pan(view.length / 8),
    d: () => view.pan(view.length / 8),
    '+': () => view.zoom(0.7, middle()),
    '=': () => view.zoom(0.7, middle()),
    w: () => view.zoom(0.7, middle()),
    '-': () => view.zoom(1.4, middle()),
    s: () => view.zoom(1.4, middle()),
    ArrowUp: () => (timeline.box.scrollTop -= 51),
    ArrowDown: () => (timeline.box.scrollTop += 51),
    PageUp: () => (timeline.box.scrollTop -= timeline.box.clientHeight * 0.8),
    PageDown: () => (timeline.box.scrollTop += timeline.box.clientHeight * 0.8),
    0: () => timeline.all(),
    l: () => timeline.longest(),
    n: () => timeline.step(1),
    p: () => timeline.step(-1),
    f: () => timeline.fit(),
    e: () => timeline.toggleAll(),
  };
  addEventListener('keydown', (event) => {
    if (!timeline.element.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    const action = actions[event.key];
    const ours =
      [timeline.canvas, timeline.box, document.body].includes(event.target) ||
      event.target.id === 'main';
    if (!action || (!ours && /^(Arrow|Page)/.test(event.key))) return;
    event.preventDefault();
    action();
  });
}

export function input(timeline) {
  timeline.canvas.addEventListener('wheel', (event) => wheel(timeline, event), {passive: false});
  pointer(timeline);
  keyboard(timeline);
}
