import { base } from './base';
import { key } from './key';
import type {
  AboutServer,
  CataloguePage,
  CompareReply,
  FigureReply,
  KernelReply,
  LogPage,
  MachinePatch,
  MachineReply,
  Mistake,
  PlanReply,
  PlanRequest,
  PointPage,
  RunDetail,
  RunItem,
  RunPage,
  RunPatch,
  SeriesReply,
  StudyDetail,
  TrashPage,
  ValidationReply,
} from './types';

/** What the server refused, in its own words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly errors: Mistake[],
    readonly state: unknown = null,
  ) {
    super(title);
  }
}

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** Path with a query; empty values are left out. */
export function path(resource: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    if (Array.isArray(value)) for (const one of value) parameters.append(name, String(one));
    else parameters.append(name, String(value));
  }
  const text = parameters.toString();
  return `api/${resource}${text ? `?${text}` : ''}`;
}

/** A request with the key. Throws a Problem when the server refuses, and one of status 0 when it cannot be reached. */
export async function request(url: string, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set('Authorization', `Bearer ${key()}`);
  let reply: Response;
  try {
    reply = await fetch(new URL(url, base), { ...options, headers });
  } catch (why) {
    if (why instanceof DOMException && why.name === 'AbortError') throw why;
    throw new Problem(0, 'the server cannot be reached', []);
  }
  if (reply.ok || reply.status === 304) return reply;
  const body = await reply.json().catch(() => ({}));
  throw new Problem(reply.status, body.title ?? `the server answered ${reply.status}`, body.errors ?? [], body.state);
}

async function get<T>(resource: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const reply = await request(path(resource, query), signal ? { signal } : {});
  return (reply.status === 204 ? null : await reply.json()) as T;
}

async function send<T>(method: string, resource: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const reply = await request(path(resource), {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return (text ? JSON.parse(text) : null) as T;
}

const id = encodeURIComponent;

export const api = {
  about: () => get<AboutServer>('about'),
  catalogue: (query: Query, signal?: AbortSignal) => get<CataloguePage>('catalogue', query, signal),
  study: (name: string) => get<StudyDetail>(`catalogue/${id(name)}`),
  /** The entries of the catalogue other than studies, with the JSON Schema of their parameters, by kind. */
  entries: () => get<Record<string, Entry[]>>('entries'),
  plan: (body: Partial<PlanRequest>) => send<PlanReply>('POST', 'plans', body),
  runs: (query: Query, signal?: AbortSignal) => get<RunPage>('runs', query, signal),
  run: (run: string) => get<RunDetail>(`runs/${id(run)}`),
  start: (body: Partial<PlanRequest>, once = '') =>
    send<RunItem>('POST', 'runs', body, once ? { 'Idempotency-Key': once } : {}),
  stop: (run: string) => send<RunItem>('POST', `runs/${id(run)}/stop`, {}),
  resume: (run: string) => send<RunItem>('POST', `runs/${id(run)}/resume`, {}),
  note: (run: string, patch: Partial<RunPatch>, version: string) =>
    send<RunItem>('PATCH', `runs/${id(run)}`, patch, { 'If-Match': `"${version}"` }),
  trash: (run: string, version: string) =>
    send<null>('DELETE', `runs/${id(run)}`, undefined, { 'If-Match': `"${version}"` }),
  /** What lies in the trash, and taking a run out of it. */
  thrown: () => get<TrashPage>('trash'),
  restore: (thrown: string) => send<RunItem>('POST', `trash/${id(thrown)}/restore`, {}),
  points: (run: string, query: Query = {}) => get<PointPage>(`runs/${id(run)}/points`, query),
  log: (run: string, after = 0) => get<LogPage>(`runs/${id(run)}/log`, { after }),
  series: (run: string, query: Query, signal?: AbortSignal) => get<SeriesReply>(`runs/${id(run)}/series`, query, signal),
  /** A figure since a version of it ('none': all); options: x, y = log|lin, theory, err = 0|1, range, residual = 1, width, dress = light|dark. */
  figure: (run: string, name: string, query: Query & { since: string }, signal?: AbortSignal) =>
    get<FigureReply>(`runs/${id(run)}/figures/${id(name)}.vl.json`, query, signal),
  compare: (query: Query, signal?: AbortSignal) => get<CompareReply>('compare', query, signal),
  validation: () => get<ValidationReply>('validation'),
  recompute: (name: string) => send<ValidationReply>('POST', `validation/${id(name)}`, {}),
  machine: () => get<MachineReply>('machine'),
  setMachine: (patch: Partial<MachinePatch>) => send<MachineReply>('PATCH', 'machine', patch),
  /** What the kernels reach on this machine; measuring it, which begins and is not waited for. */
  kernels: () => get<KernelReply>('machine/kernels'),
  measure: () => send<KernelReply>('POST', 'machine/kernels', {}),
  /** An address that can be opened without a header, once, within a minute. */
  ticket: async (resource: string, query: Query = {}) =>
    new URL((await send<{ url: string }>('POST', 'tickets', { path: path(resource, query) })).url, base).href,
};

/** An entry of the catalogue as `rugged describe --json` prints it. */
export interface Entry {
  kind: string;
  name: string;
  title: string;
  doc: string;
  needs?: string[];
  provides?: string[];
  quantities?: { name: string; symbol: string; unit: string; definition: string }[];
  schema: Schema;
}

export interface Schema {
  properties: Record<string, Property>;
  required: string[];
}

/** A parameter as its JSON Schema has it. */
export interface Property {
  description?: string;
  type?: string;
  const?: string;
  enum?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  'x-symbol'?: string;
  'x-unit'?: string;
  'x-reason'?: string;
  'x-kind'?: string;
  'x-sweep'?: boolean;
}
