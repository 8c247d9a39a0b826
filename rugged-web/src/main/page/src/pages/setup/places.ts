import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair } from 'yaml';
import { extent, keysOf, nodeAt, offsetOf, pairOf } from './source';
import type { Path, Source } from './source';

/** The path of what stands at an offset: the innermost value or key that holds it. */
export function pathAt(source: Source, offset: number): Path {
  const path: (string | number)[] = [];
  let node = source.document.contents as Node | null;
  for (;;) {
    const step = stepTo(source, node, offset);
    if (step === undefined) return path;
    path.push(step);
    node = nodeAt(source, path) ?? null;
  }
}

function stepTo(source: Source, node: Node | null, offset: number): string | number | undefined {
  if (isMap(node)) {
    return keysOf(node).find((key) => {
      const pair = pairOf(node, key) as Pair<Node, Node | null>;
      const end = pair.value ? extent(source, pair.value)[1] : extent(source, pair.key)[1];
      return extent(source, pair.key)[0] <= offset && offset <= end;
    });
  }
  if (!isSeq(node)) return undefined;
  const index = node.items.findIndex((item) => {
    const [start, end] = extent(source, item as Node);
    return start <= offset && offset <= end;
  });
  return index < 0 ? undefined : index;
}

/** The path that dots spell in this document: keys may hold dots themselves, items are named by number or by name. */
export function pathOf(source: Source, dotted: string): Path {
  const words = dotted.split('.');
  const path: (string | number)[] = [];
  let at = 0;
  while (at < words.length) {
    const [step, used] = longest(nodeAt(source, path) ?? null, words.slice(at));
    path.push(step);
    at += used;
  }
  return path;
}

function longest(node: Node | null, words: string[]): [string | number, number] {
  const keys = keysOf(node);
  const names = isSeq(node) ? node.items.map(calledBy) : [];
  for (let used = words.length; used > 0; used--) {
    const word = words.slice(0, used).join('.');
    if (keys.includes(word)) return [word, used];
    if (names.includes(word)) return [names.indexOf(word), used];
  }
  const first = words[0] ?? '';
  return [isSeq(node) && /^\d+$/.test(first) ? Number(first) : first, 1];
}

function calledBy(item: unknown): string {
  if (isScalar(item)) return String(item.value);
  if (!isMap(item)) return '';
  for (const key of ['is', 'name', 'id']) {
    const value = pairOf(item, key)?.value;
    if (isScalar(value)) return String(value.value);
  }
  return '';
}

export interface Placed<E> {
  error: E;
  path: Path;
}

/** Each error with the path of the place that it names; one without a place keeps the path that it was reported under. */
export function placed<E extends { line: number; column: number; path: string }>(source: Source, errors: readonly E[]): Placed<E>[] {
  return errors.map((error) => {
    const path = error.line > 0 ? pathAt(source, offsetOf(source, error.line, Math.max(1, error.column))) : [];
    return { error, path: path.length > 0 ? path : pathOf(source, error.path) };
  });
}

export function startsWith(path: Path, head: Path): boolean {
  return head.length <= path.length && head.every((step, index) => step === path[index]);
}
