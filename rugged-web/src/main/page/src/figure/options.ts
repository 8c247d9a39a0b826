// How a reader asks to see a figure, as it stands in the address and as the server is asked.

export type Scale = '' | 'log' | 'lin';

export interface FigureOptions {
  /** Empty: as the study has it. */
  x: Scale;
  y: Scale;
  theory: boolean;
  err: boolean;
  residual: boolean;
  /** "low,high" as typed; empty: all. */
  range: string;
  /** Value of the one curve that is shown; empty for all. */
  only: string;
}

export const STUDY: FigureOptions = { x: '', y: '', theory: true, err: true, residual: true, range: '', only: '' };

/** A scale as it stands in an address. */
export function scale(text: string | null): Scale {
  return text === 'log' || text === 'lin' ? text : '';
}

export function readOptions(query: URLSearchParams): FigureOptions {
  return {
    x: scale(query.get('x')),
    y: scale(query.get('y')),
    theory: query.get('theory') !== '0',
    err: query.get('err') !== '0',
    residual: query.get('residual') !== '0',
    range: query.get('range') ?? '',
    only: query.get('only') ?? '',
  };
}

/** Only what differs from the study's own choice. */
export function writeOptions(options: FigureOptions): Record<string, string> {
  const out: Record<string, string> = {};
  if (options.x) out['x'] = options.x;
  if (options.y) out['y'] = options.y;
  if (!options.theory) out['theory'] = '0';
  if (!options.err) out['err'] = '0';
  if (!options.residual) out['residual'] = '0';
  if (options.range) out['range'] = options.range;
  if (options.only) out['only'] = options.only;
  return out;
}

/** The range as two numbers, or why it is none. */
export function readRange(text: string): [number, number] | null | string {
  if (text.trim() === '') return null;
  const parts = text.split(/[,;]|\.\./).map((one) => Number(one.trim()));
  const [low, high] = parts;
  if (parts.length !== 2 || low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high))
    return 'two numbers: 0.1,1e4';
  return low < high ? [low, high] : 'the first must be the smaller one';
}

/** What the server is asked: a strip needs a theory, a range is two numbers. */
export function asked(options: FigureOptions): Record<string, string> {
  const range = readRange(options.range);
  const { range: _, only: __, ...rest } = writeOptions(options);
  return {
    ...rest,
    residual: options.residual && options.theory ? '1' : '0',
    ...(Array.isArray(range) ? { range: range.join(',') } : {}),
  };
}
