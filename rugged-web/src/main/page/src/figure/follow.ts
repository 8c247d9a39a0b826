// A figure that is followed: asked for whole once, then for what is new.
import { api, type Query } from '../api/client';
import { after } from './change';
import type { Specification } from './specification';

/** Asks for a figure again and again, each time for what is new since the last answer. */
export function following(run: string, name: string, query: Query): (signal: AbortSignal) => Promise<Specification | null> {
  let since = 'none';
  let now: Specification | null = null;
  return async (signal) => {
    const reply = await api.figure(run, name, { ...query, since }, signal);
    const next = after(now, reply);
    if (next !== now) now = next && { ...next, version: reply.version };
    since = reply.version;
    return now;
  };
}
