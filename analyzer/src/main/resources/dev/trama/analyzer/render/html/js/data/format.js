// Numbers as a person reads them: three significant digits, the unit that keeps them short.

const UNITS = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
];

function three(value) {
  if (value >= 100) return Math.round(value).toString();
  if (value >= 10) return value.toFixed(1).replace(/\.0$/, '');
  return value.toFixed(2).replace(/0$/, '').replace(/\.0$/, '');
}

/** 1312000000 -> '1.31 s' */
export function duration(nanos) {
  if (!(nanos > 0)) return '0';
  if (nanos >= 120e9) {
    const seconds = Math.round(nanos / 1e9);
    if (seconds >= 7200)
      return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  }
  let [unit, name] = UNITS.find(([size]) => nanos >= size * 0.9995) ?? UNITS[3];
  if (unit === 1) return `${Math.max(1, Math.round(nanos))} ns`;
  return `${three(nanos / unit)} ${name}`;
}

/** An instant since the start, to the precision that a step of this size needs. */
export function instant(nanos, step) {
  const [unit, name] =
    Math.abs(nanos) >= 1e9 || step >= 1e8
      ? UNITS[0]
      : Math.abs(nanos) >= 1e6 || step >= 1e5
        ? UNITS[1]
        : UNITS[2];
  const digits = Math.max(0, Math.min(9, Math.ceil(-Math.log10(step / unit) - 1e-9)));
  return `${(nanos / unit).toFixed(digits)} ${name}`;
}

const GROUPED = new Intl.NumberFormat('en');

/** 1234567 -> '1,234,567' */
export function count(number) {
  return GROUPED.format(number);
}

/** 1 -> '1 task', 2 -> '2 tasks' */
export function counted(number, noun) {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** 0.1234 -> '12%' */
export function percent(part, whole) {
  if (!(whole > 0)) return '–';
  const value = (100 * part) / whole;
  if (value > 0 && value < 0.1) return '<0.1%';
  if (value > 99.9 && value < 100) return '>99.9%';
  return `${value >= 10 ? Math.round(value) : value.toFixed(1)}%`;
}

/** A size in bytes. */
export function bytes(size) {
  if (size >= 1e6) return `${three(size / 1e6)} MB`;
  if (size >= 1e3) return `${three(size / 1e3)} KB`;
  return `${size} B`;
}
