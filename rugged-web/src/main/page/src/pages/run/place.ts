// The address of a run's page: /run/ID/TAB?fig=…&x=log&…
import { readOptions, writeOptions, type FigureOptions } from '../../figure/options';

export const TABS = ['figures', 'findings', 'landscape', 'points', 'log', 'provenance'] as const;
export type Tab = (typeof TABS)[number];

export interface RunPlace {
  run: string;
  tab: Tab;
  /** Name of the figure; empty for the first. */
  fig: string;
  options: FigureOptions;
  /** Points of this status only; empty for all. */
  status: string;
  /** Key of the point that is open; empty for none. */
  point: string;
  /** What belongs to the Landscape tab, kept when another one is shown. */
  rest: Record<string, string>;
}

const REST = ['view', 'array', 'frame', 'select', 'across'];

export function readPlace(segments: string[], query: URLSearchParams): RunPlace {
  const tab = TABS.find((one) => one === segments[2]) ?? 'figures';
  const rest: Record<string, string> = {};
  for (const name of REST) {
    const value = query.get(name);
    if (value) rest[name] = value;
  }
  return {
    run: segments[1] ?? '',
    tab,
    fig: query.get('fig') ?? '',
    options: readOptions(query),
    status: query.get('status') ?? '',
    point: query.get('point') ?? '',
    rest,
  };
}

export function writePlace(place: RunPlace): { path: string; query: Record<string, string> } {
  const query: Record<string, string> = {};
  if (place.fig) query['fig'] = place.fig;
  Object.assign(query, writeOptions(place.options));
  if (place.status) query['status'] = place.status;
  if (place.point) query['point'] = place.point;
  for (const name of REST) {
    const value = place.rest[name];
    if (value) query[name] = value;
  }
  const tab = place.tab === 'figures' ? '' : `/${place.tab}`;
  return { path: `run/${encodeURIComponent(place.run)}${tab}`, query };
}
