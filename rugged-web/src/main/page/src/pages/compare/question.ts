import type { Query } from '../../api/client';
import type { ComparePlace } from './place';

/** What the server is asked for a comparison shown in so much room. */
export function question(place: ComparePlace, width: number, dark: boolean): Query {
  const { parameter, xc, a, b } = place.collapse;
  const numbers = [xc, a, b].every((text) => text.trim() !== '' && Number.isFinite(Number(text)));
  return {
    runs: place.runs.join(','),
    q: place.q,
    x: place.x,
    by: place.by,
    diff: place.diff || (place.runs.length > 1 ? place.runs[0] : 'theory'),
    in: place.sigma ? 'sigma' : 'units',
    xscale: place.logX,
    yscale: place.logY,
    interpolate: place.between ? '1' : '0',
    ...(parameter && numbers ? { collapse: [parameter, xc, a, b].map((text) => text.trim()).join(',') } : {}),
    width,
    dress: dark ? 'dark' : 'light',
  };
}
