export const STATUSES = ['running', 'queued', 'complete', 'failed', 'interrupted', 'unreadable'] as const;
export const SORTS = ['start', 'study', 'status', 'seconds', 'size', 'verdict', 'disk'] as const;

/** What the address of the list of runs says; a sort that begins with a minus runs downwards. */
export interface Listing {
  status: string[];
  study: string;
  q: string;
  sort: string;
  starred: boolean;
}

export const EMPTY: Listing = { status: [], study: '', q: '', sort: '-start', starred: false };

export function decode(search: string): Listing {
  const query = new URLSearchParams(search);
  const sort = query.get('sort') ?? EMPTY.sort;
  return {
    status: query.getAll('status').filter((one) => one !== ''),
    study: query.get('study') ?? '',
    q: query.get('q') ?? '',
    sort: SORTS.some((known) => known === sort.replace(/^-/, '')) ? sort : EMPTY.sort,
    starred: query.get('starred') === '1',
  };
}

export function parameters(listing: Listing): URLSearchParams {
  const query = new URLSearchParams();
  for (const status of listing.status) query.append('status', status);
  if (listing.study !== '') query.set('study', listing.study);
  if (listing.q !== '') query.set('q', listing.q);
  if (listing.sort !== EMPTY.sort) query.set('sort', listing.sort);
  if (listing.starred) query.set('starred', '1');
  return query;
}

export function encode(listing: Listing): string {
  const search = parameters(listing).toString();
  return search === '' ? '/runs' : `/runs?${search}`;
}

/** What the server is asked. */
export function question(listing: Listing): Record<string, string | readonly string[]> {
  const { status, study, q, sort, starred } = listing;
  return { status, study, q, sort: sort.replace(/^-/, ''), up: sort.startsWith('-') ? '0' : '1', ...(starred ? { starred: '1' } : {}) };
}

/** Columns whose large values are looked for first. */
const DOWNWARDS = ['start', 'seconds', 'disk', 'verdict'];

/** The order by a column; asked for again, it runs the other way. */
export function sorted(listing: Listing, by: string): Listing {
  if (listing.sort === by) return { ...listing, sort: `-${by}` };
  if (listing.sort === `-${by}`) return { ...listing, sort: by };
  return { ...listing, sort: DOWNWARDS.includes(by) ? `-${by}` : by };
}
