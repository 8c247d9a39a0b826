// Stored arrays, asked of the server one moment at a time.
import { path, request } from '../../api/client';
import { parse, type Frames } from './array';

export async function frames(run: string, point: string, name: string, from: number, signal: AbortSignal): Promise<Frames> {
  const reply = await request(path(`runs/${encodeURIComponent(run)}/frames`, { point, name, from, to: from + 1 }), { signal });
  return parse(await reply.arrayBuffer());
}

/** One array that a point has recorded, by its number in the order of recording; a run that is under way has them as well. */
export async function recorded(run: string, point: string, name: string, frame: number, signal: AbortSignal): Promise<Frames> {
  const reply = await request(path(`runs/${encodeURIComponent(run)}/array`, { point, name, frame }), { signal });
  return parse(await reply.arrayBuffer());
}
