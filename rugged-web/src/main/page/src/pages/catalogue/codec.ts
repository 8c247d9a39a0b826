/** Facets in the order of the page. */
export const FACETS = ['topic', 'system', 'method', 'quantity', 'source', 'institution', 'year', 'verdict'] as const;
export type Facet = (typeof FACETS)[number];

export const SIZES = [20, 50, 100] as const;
export const SORTS = ['relevance', 'name', 'year', 'seconds', 'verdict'] as const;

/** What the address of the catalogue says. A facet that is absent asks for nothing; one that is there without values asks for none of its values. */
export interface Filter {
  q: string;
  chosen: Partial<Record<Facet, string[]>>;
  sort: string;
  page: number;
  size: number;
  open: string;
}

/** No study has it. */
const NONE = ['-none-'];

export const EMPTY: Filter = { q: '', chosen: {}, sort: 'relevance', page: 1, size: 20, open: '' };

export function decode(search: string): Filter {
  const query = new URLSearchParams(search);
  const chosen: Filter['chosen'] = {};
  for (const facet of FACETS) if (query.has(facet)) chosen[facet] = query.getAll(facet).filter((value) => value !== '');
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('size') ?? 20);
  const sort = query.get('sort') ?? 'relevance';
  return {
    q: query.get('q') ?? '',
    chosen,
    sort: SORTS.some((known) => known === sort) ? sort : 'relevance',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    size: SIZES.some((known) => known === size) ? size : 20,
    open: query.get('open') ?? '',
  };
}

function parameters(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const facet of FACETS) {
    const values = filter.chosen[facet];
    if (values === undefined) continue;
    if (values.length === 0) query.append(facet, '');
    for (const value of values) query.append(facet, value);
  }
  if (filter.q !== '') query.set('q', filter.q);
  if (filter.sort !== 'relevance') query.set('sort', filter.sort);
  if (filter.page !== 1) query.set('page', String(filter.page));
  if (filter.size !== 20) query.set('size', String(filter.size));
  return query;
}

/** The page's own address. */
export function encode(filter: Filter): string {
  const query = parameters(filter);
  if (filter.open !== '') query.set('open', filter.open);
  const search = query.toString();
  return search === '' ? '/' : `/?${search}`;
}

/** What the server is asked. A facet with no value asks for a value that no study has. */
export function question(filter: Filter): Record<string, string | number | readonly string[]> {
  const facets = Object.entries(filter.chosen).map(([facet, values]) => [facet, values.length === 0 ? NONE : values] as const);
  return { ...Object.fromEntries(facets), q: filter.q, sort: filter.sort, page: filter.page, size: filter.size };
}

/** The filter with one value of a facet ticked or not; the last tick taken away removes the condition. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const before = filter.chosen[facet] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return after.length === 0 ? reset(filter, facet) : chosen(filter, facet, after);
}

export function chosen(filter: Filter, facet: Facet, values: string[]): Filter {
  return { ...filter, page: 1, chosen: { ...filter.chosen, [facet]: values } };
}

export function reset(filter: Filter, facet: Facet): Filter {
  const { [facet]: _, ...others } = filter.chosen;
  return { ...filter, page: 1, chosen: others };
}

export function resetAll(filter: Filter): Filter {
  return { ...filter, page: 1, q: '', chosen: {} };
}
