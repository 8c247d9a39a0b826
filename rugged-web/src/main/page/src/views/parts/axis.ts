// An axis of a canvas or a small plot: where values lie and where its ticks are. Only the drawing's own geometry.

export interface Tick {
  value: number;
  /** In the light markup of labels. */
  label: string;
}

export interface Axis {
  low: number;
  high: number;
  log: boolean;
  /** Place of a value, 0 to 1. */
  at: (value: number) => number;
  ticks: Tick[];
}

export function axis(low: number, high: number, log: boolean, labels = 5): Axis {
  const wide = high > low ? high : low + (Math.abs(low) || 1);
  const at = log
    ? (value: number) => Math.log(value / low) / Math.log(wide / low)
    : (value: number) => (value - low) / (wide - low);
  const ticks = log ? decades(low, wide, labels) : round(low, wide, labels);
  return { low, high: wide, log, at, ticks: ticks.length >= 2 ? ticks : round(low, wide, labels) };
}

function decades(low: number, high: number, labels: number): Tick[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / labels));
  const out: Tick[] = [];
  for (let n = first; n <= last; n++) if ((n - first) % every === 0) out.push({ value: 10 ** n, label: `10^{${n}}` });
  return out;
}

function round(low: number, high: number, labels: number): Tick[] {
  const rough = (high - low) / Math.max(1, labels);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((one) => one >= rough) ?? 10 * power;
  const out: Tick[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
    const value = k === 0 ? 0 : k * step;
    out.push({ value, label: String(Number(value.toPrecision(6))).replace('-', '−') });
  }
  return out;
}

/** Least and greatest of the finite values; null where there is none. */
export function extent(values: Iterable<number | null>): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** Where the cells of a grid end: half way between neighbours, on the axis as drawn. */
export function edges(values: number[], log: boolean): number[] {
  const place = log ? values.map(Math.log) : values;
  const back = (value: number) => (log ? Math.exp(value) : value);
  const out: number[] = [];
  for (let i = 0; i <= place.length; i++) {
    const before = place[i - 1];
    const after = place[i];
    if (before === undefined && after === undefined) continue;
    if (before === undefined) out.push(back(after! - 0.5 * ((place[1] ?? after! + 1) - after!)));
    else if (after === undefined) out.push(back(before + 0.5 * (before - (place[i - 2] ?? before - 1))));
    else out.push(back(0.5 * (before + after)));
  }
  return out;
}

/** What an axis is called in a drawing, as marked-up text: tw is t_{w}, T_k is T. */
export function axisName(name: string): string {
  return name === 'tw' ? 't_{w}' : name.replace(/_k$/, '');
}
