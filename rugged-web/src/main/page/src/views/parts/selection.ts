// What is selected, for all views of a run at once: parts of several kinds side by side in one text of the address, "replica:2,cell:3:4".

function parts(select: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of (select ?? '').split(',')) {
    const colon = one.indexOf(':');
    if (colon > 0) found.set(one.slice(0, colon), one.slice(colon + 1));
  }
  return found;
}

/** The selected part of a kind; empty for none. */
export function selected(select: string | undefined, kind: string): string {
  return parts(select).get(kind) ?? '';
}

/** The same with another part of a kind; parts of other kinds stay. */
export function selecting(select: string | undefined, kind: string, value: string): string {
  const all = parts(select);
  if (value) all.set(kind, value);
  else all.delete(kind);
  return [...all].map(([name, part]) => `${name}:${part}`).join(',');
}

/** The whole number that is selected of a kind, between 0 and a count. */
export function number(select: string | undefined, kind: string, count: number): number {
  return Math.min(Math.max(0, Math.floor(Number(selected(select, kind))) || 0), Math.max(0, count - 1));
}

/** The moment that all views show: the last one where none is chosen, and where a view has fewer. */
export function moment(frame: string | undefined, count: number): number {
  const last = Math.max(0, count - 1);
  const chosen = frame === undefined || frame === '' ? last : Math.floor(Number(frame));
  return Number.isFinite(chosen) ? Math.min(Math.max(0, chosen), last) : last;
}
