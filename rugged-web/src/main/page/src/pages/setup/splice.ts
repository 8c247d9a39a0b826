import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { extent, isBlock, nodeAt, pairOf, read } from './source';
import type { Path, Source } from './source';

/**
 * Changes of a YAML text at places that its node tree names. Only the characters of the change move: comments, order, spelling of numbers and line breaks
 * elsewhere stay as they are, byte for byte.
 */
function cut(text: string, start: number, end: number, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function key(word: string | number): string {
  const text = String(word);
  return /^[A-Za-z_][\w .-]*$/.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);
}

/** One value in the place of another; `typed` is YAML that fits on a line. */
export function setAt(text: string, path: Path, typed: string): string {
  const source = read(text);
  const node = nodeAt(source, path);
  if (node && !blank(node)) return replaced(source, path, node, typed);
  if (node || node === null) return afterKey(source, path, typed);
  return inserted(source, path, typed);
}

/** A key without a value has a node that takes no room. */
function blank(node: Node): boolean {
  return node.range !== null && node.range !== undefined && node.range[0] === node.range[1];
}

function replaced(source: Source, path: Path, node: Node, typed: string): string {
  const [start, end] = extent(source, node);
  if (!isBlock(node) && !/[|>]/.test(source.text[start] ?? '')) return cut(source.text, start, end, typed);
  const parent = nodeAt(source, path.slice(0, -1));
  const pair = isMap(parent) ? pairOf(parent, path[path.length - 1] ?? '') : undefined;
  if (!pair) return cut(source.text, start, end, typed);
  const colon = source.text.indexOf(':', extent(source, pair.key)[1]);
  return cut(source.text, colon + 1, end, ' ' + typed);
}

function afterKey(source: Source, path: Path, typed: string): string {
  const parent = nodeAt(source, path.slice(0, -1));
  const pair = isMap(parent) ? pairOf(parent, path[path.length - 1] ?? '') : undefined;
  if (!pair) return source.text;
  const colon = source.text.indexOf(':', extent(source, pair.key)[1]);
  return cut(source.text, colon + 1, colon + 1, ' ' + typed);
}

function inserted(source: Source, path: Path, typed: string): string {
  const word = path[path.length - 1] ?? '';
  if (path.length === 0) return source.text;
  const above = path.slice(0, -1);
  const parent = above.length === 0 ? (source.document.contents as Node | null) : nodeAt(source, above);
  const pair = `${key(word)}: ${typed}`;
  if (isMap(parent)) return parent.flow ? intoFlow(source, parent, pair) : intoBlock(source, parent, pair);
  if (isScalar(parent) && parent.value !== null) {
    const [start, end] = extent(source, parent);
    return cut(source.text, start, end, `{ is: ${source.text.slice(start, end)}, ${pair} }`);
  }
  if (above.length === 0) return source.text + (/(^|\n)$/.test(source.text) ? '' : '\n') + pair + '\n';
  return setAt(source.text, above, `{ ${pair} }`);
}

function intoFlow(source: Source, map: YAMLMap, pair: string): string {
  const [start, end] = extent(source, map);
  const last = map.items[map.items.length - 1] as Pair<Node, Node | null> | undefined;
  if (!last) return cut(source.text, start, end, `{ ${pair} }`);
  const at = extent(source, last.value ?? last.key)[1];
  return cut(source.text, at, at, `, ${pair}`);
}

function intoBlock(source: Source, map: YAMLMap, pair: string): string {
  const first = map.items[0] as Pair<Node, Node | null>;
  const last = map.items[map.items.length - 1] as Pair<Node, Node | null>;
  const [from] = extent(source, first.key);
  const indent = ' '.repeat(from - lineStart(source.text, from));
  const at = lineEnd(source.text, extent(source, last.value ?? last.key)[1]);
  return cut(source.text, at, at, `\n${indent}${pair}`);
}

/** Without what stands at a path, its key included. */
export function removeAt(text: string, path: Path): string {
  const source = read(text);
  const word = path[path.length - 1];
  const parent = nodeAt(source, path.slice(0, -1));
  if (word === undefined || nodeAt(source, path) === undefined) return text;
  if (isMap(parent)) return withoutPair(source, parent, word);
  if (isSeq(parent) && typeof word === 'number') return withoutItem(source, parent, word);
  return text;
}

function withoutPair(source: Source, map: YAMLMap, word: string | number): string {
  const index = map.items.findIndex((item) => item === pairOf(map, word));
  const spans = map.items.map((item) => span(source, item as Pair<Node, Node | null>));
  return map.flow ? unlisted(source, map, spans, index) : unlined(source, spans[index] ?? [0, 0]);
}

function span(source: Source, pair: Pair<Node, Node | null>): [number, number] {
  const start = extent(source, pair.key)[0];
  if (pair.value?.range) return [start, extent(source, pair.value)[1]];
  return [start, source.text.indexOf(':', extent(source, pair.key)[1]) + 1];
}

function withoutItem(source: Source, list: YAMLSeq, index: number): string {
  const spans = list.items.map((item) => extent(source, item as Node));
  if (list.flow) return unlisted(source, list, spans, index);
  const [start, end] = spans[index] ?? [0, 0];
  return unlined(source, [source.text.lastIndexOf('-', start - 1), end]);
}

/** Out of `{ a, b }` or `[a, b]`, with one comma. */
function unlisted(source: Source, within: Node, spans: [number, number][], index: number): string {
  const [start, end] = spans[index] ?? [0, 0];
  const next = spans[index + 1];
  const before = spans[index - 1];
  if (next) return cut(source.text, start, next[0], '');
  if (before) return cut(source.text, before[1], end, '');
  const [open, close] = extent(source, within);
  return cut(source.text, open + 1, close - 1, '');
}

/** Whole lines go, unless something else stands on the first of them. */
function unlined(source: Source, [start, end]: [number, number]): string {
  const { text } = source;
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  if (/\S/.test(text.slice(from, start))) return cut(text, start, end, '');
  return cut(text, from, Math.min(to + 1, text.length), '');
}

/** One more item at the end of a list; a value that is no list becomes the first item of one. */
export function appendAt(text: string, path: Path, typed: string): string {
  const source = read(text);
  const node = nodeAt(source, path);
  if (!node) return setAt(text, path, `[${typed}]`);
  const [start, end] = extent(source, node);
  if (!isSeq(node)) return cut(text, start, end, `[${text.slice(start, end)}, ${typed}]`);
  const last = node.items[node.items.length - 1] as Node | undefined;
  if (node.flow) return last ? cut(text, extent(source, last)[1], extent(source, last)[1], `, ${typed}`) : cut(text, start, end, `[${typed}]`);
  if (!last) return setAt(text, path, `[${typed}]`);
  const [from, to] = extent(source, last);
  const dash = text.lastIndexOf('-', from - 1);
  const at = lineEnd(text, to);
  return cut(text, at, at, `\n${' '.repeat(dash - lineStart(text, dash))}- ${typed}`);
}
