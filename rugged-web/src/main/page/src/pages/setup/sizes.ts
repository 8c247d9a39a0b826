import { pathOf, startsWith } from './places';
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
 * Where the value that a size really uses stands: in the block of that size when it sets this path or what holds it, else in the study itself. Items of lists are
 * named there; a path that begins with `data` is short for the data of every landscape.
 */
export function effective(source: Source, size: string, path: Path): Path {
  const block = keysOf(nodeAt(source, ['sizes', size]));
  const short = path.lastIndexOf('data');
  const data = short > 0 ? dotted(path.slice(short)) : '';
  for (const word of block.toReversed()) {
    if (word === data) return ['sizes', size, word];
    const set = pathOf(source, word);
    if (startsWith(path, set)) return ['sizes', size, word, ...path.slice(set.length)];
  }
  return path;
}
