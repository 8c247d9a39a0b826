import { path, request } from '../../api/client';
import type { FigurePlace } from '../../api/types';

/** The picture of a figure, fetched with the key and shown under an address of its own. The result forgets it. */
export function picture(place: FigurePlace, show: (address: string) => void): () => void {
  const stopped = new AbortController();
  let address = '';
  request(path(`runs/${place.run}/figures/${place.name}.svg`), { signal: stopped.signal })
    .then((reply) => reply.blob())
    .then((blob) => {
      if (!stopped.signal.aborted) show((address = URL.createObjectURL(blob)));
    })
    .catch(() => undefined);
  return () => {
    stopped.abort();
    if (address !== '') URL.revokeObjectURL(address);
  };
}
