export const STATUSES = ['running', 'queued', 'complete', 'failed', 'interrupted'] as const;
export const SORTS = ['started', 'study', 'status', 'seconds', 'disk', 'size'] as const;

/** What the address of the list of runs says; a sort that begins with a minus runs downwards. */
export interface Listing {
  status: string[];
  study: string;
  q: string;
  sort: string;
}

export const EMPTY: Listing = { status: [], study: '', q: '', sort: '-started' };

export function decode(search: string): Listing {
  const query = new URLSearchParams(search);
  const sort = query.get('sort') ?? EMPTY.sort;
  return {
    status: query.getAll('status').filter((one) => one !== ''),
    study: query.get('study') ?? '',
    q: query.get('q') ?? '',
    sort: SORTS.some((known) => known === sort.replace(/^-/, '')) ? sort : EMPTY.sort,
  };
}

export function parameters(listing: Listing): URLSearchParams {
  const query = new URLSearchParams();
  for (const status of listing.status) query.append('status', status);
  if (listing.study !== '') query.set('study', listing.study);
  if (listing.q !== '') query.set('q', listing.q);
  if (listing.sort !== EMPTY.sort) query.set('sort', listing.sort);
  return query;
}

export function encode(listing: Listing): string {
  const search = parameters(listing).toString();
  return search === '' ? '/runs' : `/runs?${search}`;
}

/** What the server is asked. */
export function question(listing: Listing): Record<string, string | readonly string[]> {
  return { status: listing.status, study: listing.study, q: listing.q, sort: listing.sort };
}

/** Another order by the same column runs the other way. */
export function sorted(listing: Listing, by: string): Listing {
  return { ...listing, sort: listing.sort === `-${by}` ? by : listing.sort === by ? `-${by}` : by === 'started' || by === 'disk' || by === 'seconds' ? `-${by}` : by };
}
