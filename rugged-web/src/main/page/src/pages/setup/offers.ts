import type { Entry } from '../../api/client';

export interface Offer {
  name: string;
  title: string;
  /** what it needs and the study does not offer; empty when it fits */
  lacks: string;
}

/** Every entry of a kind, those that fit first; the others say what they need that the rest of the study does not offer. */
export function offers(entries: readonly Entry[], provided: readonly string[] | undefined): Offer[] {
  const all = entries.map((entry) => {
    const missing = provided === undefined ? [] : (entry.needs ?? []).filter((need) => !provided.includes(need));
    return { name: entry.name, title: entry.title, lacks: missing.length === 0 ? '' : `needs ${missing.join(', ')}` };
  });
  return [...all.filter((one) => one.lacks === ''), ...all.filter((one) => one.lacks !== '')];
}

/** What the parts of a group offer together to parts of a kind; undefined where that is not known. */
export function provided(
  entries: Readonly<Record<string, readonly Entry[]>>,
  kind: string,
  sections: readonly { kind: string; name: string }[],
): string[] | undefined {
  const from = kind === 'dynamics' || kind === 'start' ? ['landscape'] : kind === 'protocol' || kind === 'observable' ? ['landscape', 'dynamics'] : [];
  const parts = sections.filter((one) => from.includes(one.kind));
  if (from.length === 0 || !parts.some((one) => one.kind === 'landscape')) return undefined;
  const found = parts.map((one) => entries[one.kind]?.find((entry) => entry.name === one.name));
  if (found.some((entry) => entry === undefined)) return undefined;
  return [...new Set(found.flatMap((entry) => entry?.provides ?? []))];
}
