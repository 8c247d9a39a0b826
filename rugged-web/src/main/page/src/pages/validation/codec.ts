export const SHOWN = ['all', 'failed', 'agrees', 'exact', 'missing'] as const;

/** What the address of the validation says. */
export interface Shown {
  only: string;
  q: string;
}

export function decode(search: string): Shown {
  const query = new URLSearchParams(search);
  const only = query.get('only') ?? 'all';
  return { only: SHOWN.some((one) => one === only) ? only : 'all', q: query.get('q') ?? '' };
}

export function encode(shown: Shown): string {
  const query = new URLSearchParams();
  if (shown.only !== 'all') query.set('only', shown.only);
  if (shown.q !== '') query.set('q', shown.q);
  const search = query.toString();
  return search === '' ? '/validation' : `/validation?${search}`;
}
