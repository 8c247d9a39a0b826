import { keysOf, nodeAt } from './source';
import type { Path, Source } from './source';

/** The sizes of a study; `laptop` is the study as it stands unless it says otherwise. */
export function sizesOf(source: Source): string[] {
  const named = keysOf(nodeAt(source, ['sizes']));
  return ['quick', 'laptop', 'paper'].concat(named.filter((name) => !['quick', 'laptop', 'paper'].includes(name)));
}

export function dotted(path: Path): string {
  return path.join('.');
}

/**
 * Where the value that a size really uses stands: in the block of that size when it sets this path, else in the study itself. A path that begins with `data`
 * is short for the data of every landscape.
 */
export function effective(source: Source, size: string, path: Path): Path {
  const block = keysOf(nodeAt(source, ['sizes', size]));
  if (block.length === 0) return path;
  const whole = dotted(path);
  const short = path.lastIndexOf('data');
  const words = short > 0 ? [whole, dotted(path.slice(short))] : [whole];
  const found = words.find((word) => block.includes(word));
  return found === undefined ? path : ['sizes', size, found];
}
