// What a specification that the server drew says about itself.

export interface Residual {
  panel: string;
  theory: string;
  points: number;
  unmatched: number;
  meanSquare: number;
}

interface Account {
  points: number;
  drawn: number;
  undrawn: number;
}

interface Own {
  simulation?: Account;
  theory?: Account;
  residuals?: Record<string, Omit<Residual, 'panel'>>;
}

export type Row = Record<string, unknown>;

export interface Specification {
  description?: string;
  title?: { text: string[] };
  datasets?: Record<string, Row[]>;
  usermeta?: { rugged?: Own | Record<string, Own> };
  /** Of the run when it was drawn; no part of Vega-Lite. */
  version?: string;
}

/** A page of figures keeps an account for each. */
function accounts(specification: Specification): Own[] {
  const own = specification.usermeta?.rugged;
  if (!own) return [];
  const single = own as Own;
  if (single.simulation) return [single];
  return Object.values(own as Record<string, Own>).filter((one) => typeof one === 'object');
}

/** How much of what was measured is drawn, in a few words. */
export function drawn(specification: Specification): string {
  let points = 0;
  let shown = 0;
  for (const one of accounts(specification)) {
    points += one.simulation?.points ?? 0;
    shown += one.simulation?.drawn ?? 0;
  }
  if (points === 0) return 'Theory only';
  return shown === points ? `Every point drawn (${points})` : `${shown} of ${points} points drawn`;
}

export function residuals(specification: Specification): Residual[] {
  return accounts(specification).flatMap((one) =>
    Object.entries(one.residuals ?? {}).map(([panel, said]) => ({ panel, ...said })),
  );
}

/** Whether the figure draws any theory. */
export function hasTheory(specification: Specification): boolean {
  return accounts(specification).some((one) => (one.theory?.points ?? 0) > 0);
}

/** Values that make curves, in the order in which they are drawn. */
export function curves(specification: Specification): string[] {
  const found = new Set<string>();
  for (const rows of Object.values(specification.datasets ?? {}))
    for (const row of rows) if (typeof row['curve'] === 'string' && row['curve'] !== '') found.add(row['curve']);
  return [...found];
}

/** The same figure with one curve alone; what belongs to no curve in particular stays. */
export function isolated<S extends Specification>(specification: S, curve: string): S {
  if (!curve || !curves(specification).includes(curve)) return specification;
  const datasets = Object.fromEntries(
    Object.entries(specification.datasets ?? {}).map(([name, rows]) => [name, rows.filter((row) => !row['curve'] || row['curve'] === curve)]),
  );
  return { ...specification, datasets };
}

/** Whether one is drawn as the other is, with other rows. What changes with the rows alone is never copied, so the same object means the same. */
export function sameLayout(one: Specification, other: Specification): boolean {
  const layout = one as { config?: unknown };
  return layout.config !== undefined && layout.config === (other as { config?: unknown }).config;
}

const MARKS = 1_000;

/** Whether there are more marks than a browser moves easily as elements of its own. */
export function crowded(specification: Specification): boolean {
  let marks = 0;
  for (const [name, rows] of Object.entries(specification.datasets ?? {})) {
    if (name.startsWith('theory')) continue;
    for (const row of rows) marks += row['error'] === undefined ? 1 : 2;
  }
  return marks > MARKS;
}
