// A grid of cells as the pixels of an image: each pixel looks up the cell it lies in, so the cost is that of the screen and not that of the data.
import type { Colour } from './ramp';

export interface Cells {
  /** Ends of the rows from below, one more than rows, as places between 0 and 1. */
  lines: number[];
  /** Ends of the cells of each row, one more than cells, as places between 0 and 1. */
  ends: number[][];
  values: (number | null)[][];
}

const SHADES = 256;

/** The number of the interval between ascending ends in which a place lies; -1 for none. Looked for from the last one on, since places ascend too. */
function within(ends: number[], place: number, from: number): number {
  let k = Math.max(0, from);
  while (k + 1 < ends.length && (ends[k + 1] as number) <= place) k++;
  return k + 1 < ends.length && (ends[k] as number) <= place ? k : -1;
}

/** Fills an image of width times height pixels, four bytes each; pixels without a value stay transparent. */
export function paint(cells: Cells, width: number, height: number, shade: (place: number) => Colour, place: (value: number) => number): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(4 * width * height);
  const table = Array.from({ length: SHADES }, (_, k) => shade((k + 0.5) / SHADES));
  const row = new Uint8ClampedArray(4 * width);
  let painted = -2;
  let line = 0;
  for (let up = 0; up < height; up++) {
    line = within(cells.lines, (up + 0.5) / height, line);
    if (line !== painted) rowOf(cells.ends[line] ?? [], cells.values[line] ?? [], width, table, place, row);
    painted = line;
    out.set(row, 4 * width * (height - 1 - up));
  }
  return out;
}

function rowOf(ends: number[], values: (number | null)[], width: number, table: Colour[], place: (value: number) => number, row: Uint8ClampedArray): void {
  row.fill(0);
  let cell = 0;
  for (let across = 0; across < width; across++) {
    const found = within(ends, (across + 0.5) / width, cell);
    if (found >= 0) cell = found;
    const value = found < 0 ? null : (values[found] ?? null);
    if (value === null || !Number.isFinite(value)) continue;
    const colour = table[Math.min(SHADES - 1, Math.max(0, Math.floor(place(value) * SHADES)))] as Colour;
    row[4 * across] = colour[0];
    row[4 * across + 1] = colour[1];
    row[4 * across + 2] = colour[2];
    row[4 * across + 3] = 255;
  }
}
