/** The page's state as it stands in the address: study, size, settings, or a whole study packed into the fragment. */
export interface Setup {
  study: string;
  size: string;
  set: [path: string, value: string][];
  packed: string;
}

const SIZE = 'laptop';

export function decode(segments: readonly string[], query: URLSearchParams, fragment: string): Setup {
  const set = query.getAll('set').flatMap((one): [string, string][] => {
    const colon = one.indexOf(':');
    return colon > 0 ? [[one.slice(0, colon), one.slice(colon + 1)]] : [];
  });
  const packed = new URLSearchParams(fragment).get('y') ?? '';
  return { study: segments[1] ?? '', size: query.get('size') ?? SIZE, set, packed };
}

/** Query and fragment; the study is the path. */
export function encode(state: Setup): { query: URLSearchParams; fragment: string } {
  const query = new URLSearchParams();
  if (state.size !== SIZE) query.set('size', state.size);
  if (state.packed === '') for (const [path, value] of state.set) query.append('set', `${path}:${value}`);
  return { query, fragment: state.packed === '' ? '' : `y=${state.packed}` };
}
