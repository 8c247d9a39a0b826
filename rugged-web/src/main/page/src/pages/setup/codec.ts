/** The page's state as it stands in the address: study, size, settings, or a whole study packed into the fragment. */
export interface Setup {
  study: string;
  size: string;
  set: [path: string, value: string][];
  packed: string;
}

const SIZE = 'laptop';

export function decode(path: string, search: string, hash: string): Setup {
  const query = new URLSearchParams(search);
  const set = query.getAll('set').flatMap((one): [string, string][] => {
    const colon = one.indexOf(':');
    return colon > 0 ? [[one.slice(0, colon), one.slice(colon + 1)]] : [];
  });
  const study = /^\/setup\/([^/]*)$/.exec(path)?.[1] ?? '';
  const packed = new URLSearchParams(hash.replace(/^#/, '')).get('y') ?? '';
  return { study: decodeURIComponent(study), size: query.get('size') ?? SIZE, set, packed };
}

export function encode(state: Setup): string {
  const query = new URLSearchParams();
  if (state.size !== SIZE) query.set('size', state.size);
  if (state.packed === '') for (const [path, value] of state.set) query.append('set', `${path}:${value}`);
  const search = query.toString();
  const path = state.study === '' ? '/setup' : `/setup/${encodeURIComponent(state.study)}`;
  return path + (search ? `?${search}` : '') + (state.packed ? `#y=${state.packed}` : '');
}
