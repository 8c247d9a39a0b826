import type { ValidationReply } from '../../api/types';

export type Entry = ValidationReply['entries'][number];

/** One reference value beside ours, as `validate --json` prints it. */
export interface Row {
  id: string;
  text: string;
  parameters: string;
  value: number | null;
  error: number | null;
  shown: string;
  reference: string;
  source: string;
  tolerance: string;
  distance: number | null;
  agrees: boolean | null;
  group: string;
  when: string;
  commit: string;
}

type Plain = Readonly<Record<string, unknown>>;

function words(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function real(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The rows of a group; none before it is computed. */
export function rowsOf(entry: Entry): Row[] {
  const rows = entry.record?.['rows'];
  return Array.isArray(rows) ? rows.map((row) => rowOf(entry, row as Plain)) : [];
}

function rowOf(entry: Entry, row: Plain): Row {
  const reference = (row['reference'] ?? {}) as Plain;
  const bias = real(row['bias']);
  return {
    id: words(row['id']),
    text: words(row['text']),
    parameters: words(row['parameters']),
    value: real(row['value']),
    error: real(row['error']),
    shown: words(row['shown'] ?? row['value']),
    reference: words(reference['shown'] ?? reference['value']),
    source: words(reference['source']),
    tolerance: `${words(row['tolerance'])} ${words(row['tolerance-unit'])}${bias !== null && bias > 0 ? `, bias ${bias}` : ''}`,
    distance: real(row['distance']),
    agrees: typeof row['agrees'] === 'boolean' ? row['agrees'] : null,
    group: entry.name,
    when: entry.when,
    commit: entry.commit,
  };
}

/** A row without an error on either side is exact: it is judged by its tolerance alone. */
export function exact(row: Row): boolean {
  return row.distance === null;
}

/** Whether a row is among those asked for. */
export function fits(row: Row, only: string, q: string): boolean {
  const text = `${row.id} ${row.text} ${row.parameters} ${row.source} ${row.group}`.toLowerCase();
  if (!q.toLowerCase().split(/\s+/).every((word) => text.includes(word))) return false;
  if (only === 'failed') return row.agrees === false;
  if (only === 'agrees') return row.agrees === true;
  if (only === 'exact') return exact(row);
  return only !== 'missing';
}
