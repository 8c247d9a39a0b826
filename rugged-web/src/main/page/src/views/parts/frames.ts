// Stored arrays, asked of the server one moment at a time.
import { path, request } from '../../api/client';
import { parse, type Frames } from './array';

export async function frames(run: string, point: string, name: string, from: number, signal: AbortSignal): Promise<Frames> {
  const reply = await request(path(`runs/${encodeURIComponent(run)}/frames`, { point, name, from, to: from + 1 }), { signal });
  return parse(await reply.arrayBuffer());
}
