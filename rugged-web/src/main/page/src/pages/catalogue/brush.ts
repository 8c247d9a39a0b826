/** Counts by year as bars of equal width, years without a study included. */
export interface Bar {
  year: number;
  count: number;
}

export function bars(values: readonly { value: string; count: number }[]): Bar[] {
  const counts = new Map(values.flatMap((one) => (/^\d{4}$/.test(one.value) ? [[Number(one.value), one.count] as const] : [])));
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => ({ year: first + index, count: counts.get(first + index) ?? 0 }));
}

/** The years of the facet between two of them, whichever comes first. */
export function between(values: readonly { value: string }[], a: number, b: number): string[] {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  return values.map((one) => one.value).filter((value) => Number(value) >= low && Number(value) <= high);
}
