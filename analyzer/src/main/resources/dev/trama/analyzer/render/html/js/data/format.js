// Numbers as a person reads them. Durations are written as Durations.java writes them, except for
// µs.

const UNITS = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
];

/** A number given in units of its last decimal, without zeros at the end. */
function decimal(scaled, decimals) {
  if (decimals === 0) return String(scaled);
  const text = String(scaled).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`.replace(/\.?0+$/, '');
}

/**
 * Rounded in whole numbers: binary fractions would round halves up at one time and down at another.
 */
function rounded(value, unit, decimals) {
  return decimal(Math.floor((value * 10 ** decimals + unit / 2) / unit), decimals);
}

function threeFigures(value, unit) {
  if (value * 100 >= unit * 9995) return rounded(value, unit, 0);
  return rounded(value, unit, value * 1000 >= unit * 9995 ? 1 : 2);
}

/** 1312000000 -> '1.312 s' */
export function duration(exact) {
  const nanos = Math.round(exact);
  if (!(nanos > 0)) return '0';
  if (nanos < 1e3) return `${nanos} ns`;
  if (nanos < 999_500) return `${threeFigures(nanos, 1e3)} µs`;
  if (nanos < 999_500_000) return `${threeFigures(nanos, 1e6)} ms`;
  if (nanos < 600e9) return `${rounded(nanos, 1e9, 3)} s`;
  return `${Math.floor(nanos / 60e9)} min ${Math.floor((nanos % 60e9) / 1e9)} s`;
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
  if (size >= 1e6) return `${threeFigures(size, 1e6)} MB`;
  if (size >= 1e3) return `${threeFigures(size, 1e3)} KB`;
  return `${size} B`;
}
