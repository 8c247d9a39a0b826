// The address of a comparison: /compare?runs=A,B&q=C&x=t/tw&diff=theory…

import { scale, type Scale } from '../../figure/options';

export const ABSCISSAE = ['t', 't/tw', 't - tw', '(t - tw)/tw', 'log t'] as const;

export interface Collapse {
  /** Parameter whose size scales; empty for none. */
  parameter: string;
  /** Numbers as typed. */
  xc: string;
  a: string;
  b: string;
}

export interface ComparePlace {
  runs: string[];
  /** Quantity; empty for the first that all have. */
  q: string;
  x: string;
  /** Axis or parameter that makes curves; empty for all. */
  by: string;
  /** What is subtracted: a run, theory, or empty for the first run (theory where there is one run). */
  diff: string;
  /** Differences in units of the quantity or in standard errors. */
  sigma: boolean;
  /** Empty: times are logarithmic, everything else linear. */
  logX: Scale;
  logY: Scale;
  /** Whether the base may be interpolated. */
  between: boolean;
  collapse: Collapse;
}

/** Runs that can be told apart on one figure. */
export const MOST = 20;
/** Runs of an address that are read at all, so that one can choose among them. */
const READ = 500;

function flag(query: URLSearchParams, name: string, standard: boolean): boolean {
  const text = query.get(name);
  return text === null ? standard : text === '1';
}

export function readCompare(query: URLSearchParams): ComparePlace {
  const runs = [...new Set((query.get('runs') ?? '').split(',').filter(Boolean))].slice(0, READ);
  return {
    runs,
    q: query.get('q') ?? '',
    x: query.get('x') ?? '',
    by: query.get('by') ?? '',
    diff: query.get('diff') ?? '',
    sigma: flag(query, 'sigma', true),
    logX: scale(query.get('log')),
    logY: scale(query.get('logy')),
    between: flag(query, 'between', false),
    collapse: { parameter: query.get('n') ?? '', xc: query.get('xc') ?? '0', a: query.get('a') ?? '0', b: query.get('b') ?? '0' },
  };
}

export function writeCompare(place: ComparePlace): Record<string, string> {
  const out: Record<string, string> = {};
  if (place.runs.length > 0) out['runs'] = place.runs.join(',');
  for (const name of ['q', 'x', 'by', 'diff'] as const) if (place[name]) out[name] = place[name];
  if (!place.sigma) out['sigma'] = '0';
  if (place.logX) out['log'] = place.logX;
  if (place.logY) out['logy'] = place.logY;
  if (place.between) out['between'] = '1';
  const { parameter, xc, a, b } = place.collapse;
  if (parameter) Object.assign(out, { n: parameter, xc, a, b });
  return out;
}

/** The scales as they are drawn, for an abscissa. */
export function drawnScales(place: ComparePlace, axis: string): { x: 'log' | 'lin'; y: 'log' | 'lin' } {
  const x = place.x || axis;
  return { x: place.logX || (x === 't' || x.includes('tw') ? 'log' : 'lin'), y: place.logY || 'lin' };
}
