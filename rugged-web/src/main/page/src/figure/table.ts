// The numbers of a figure as a table: what is drawn, nothing more and nothing less.
import type { Specification } from './specification';

export interface Table {
  columns: string[];
  rows: (string | number | boolean | null)[][];
}

// where a bar ends is value and error; the others say how a mark looks
const INNER = new Set(['low', 'high', 'xlow', 'xhigh', 'style', 'order', 'line', 'bin', 'dense']);

export function table(specification: Specification): Table {
  const sets = Object.entries(specification.datasets ?? {}).filter(([name]) => !name.startsWith('residuals'));
  const columns: string[] = [];
  for (const [, rows] of sets)
    for (const row of rows)
      for (const name of Object.keys(row)) if (!INNER.has(name) && !columns.includes(name)) columns.push(name);
  const used = columns.filter((name) => sets.some(([, rows]) => rows.some((row) => row[name] !== '' && row[name] !== undefined)));
  const rows = sets.flatMap(([, set]) => set.map((row) => used.map((name) => cell(row[name]))));
  return { columns: used, rows };
}

function cell(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** RFC 4180, with numbers to the shortest text that reads back the same. */
export function csv(given: Table): string {
  const quoted = (value: string | number | boolean | null) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [given.columns, ...given.rows].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}
