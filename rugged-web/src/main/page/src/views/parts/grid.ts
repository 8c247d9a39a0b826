// Curves of a quantity with two axes as a grid of cells, each of them one measured value: nothing is interpolated.
import type { Curve } from '../../api/types';

export interface Row {
  /** Value of the axis that makes rows. */
  at: number;
  x: number[];
  y: (number | null)[];
  error: (number | null)[];
}

/** What a curve has beside the axis that makes rows, as a text to choose from. */
export function rest(curve: Curve, by: string): string {
  return Object.entries(curve.key)
    .filter(([name]) => name !== by)
    .map(([name, value]) => `${name.split('.').at(-1)} = ${value}`)
    .join(', ');
}

export function rows(curves: Curve[], by: string): Row[] {
  return curves
    .map((curve) => {
      const kept = curve.x.flatMap((x, i) => (x === null ? [] : [i]));
      return {
        at: Number(curve.key[by]),
        x: kept.map((i) => curve.x[i] as number),
        y: kept.map((i) => curve.y[i] ?? null),
        error: kept.map((i) => curve.error[i] ?? null),
      };
    })
    .filter((row) => Number.isFinite(row.at))
    .sort((one, other) => one.at - other.at);
}

/** Whether a theory's curve belongs to a measured one: it may say less, but nothing else. */
export function belongs(theory: Curve, measured: Curve): boolean {
  return Object.entries(theory.key).every(([name, value]) => value === '' || value === 'nan' || measured.key[name] === undefined || measured.key[name] === value);
}
