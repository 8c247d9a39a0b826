import { isCollection, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap } from 'yaml';

/** Keys and positions from the root of a document. */
export type Path = readonly (string | number)[];

export interface Mistake {
  line: number;
  column: number;
  message: string;
}

/** A YAML text with its node tree. The text is the truth; the tree says where in it everything stands. */
export interface Source {
  text: string;
  document: Document.Parsed;
  lines: LineCounter;
  mistakes: Mistake[];
}

/** The last texts that were read: a change reads the same ones several times. */
const recent: Source[] = [];
const KEPT = 6;

export function read(text: string): Source {
  const known = recent.find((one) => one.text === text);
  if (known) return known;
  const source = parsed(text);
  recent.unshift(source);
  recent.length = Math.min(recent.length, KEPT);
  return source;
}

function parsed(text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true, prettyErrors: false });
  const mistakes = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { line, column: col, message: error.message };
  });
  if (mistakes.length === 0 && document.contents !== null && !isMap(document.contents))
    mistakes.push({ line: 1, column: 1, message: 'a study is a mapping of keys to values' });
  return { text, document, lines, mistakes };
}

/** The pair of a mapping whose key reads so. */
export function pairOf(map: YAMLMap, key: string | number): Pair<Node, Node | null> | undefined {
  for (const item of map.items) {
    if (isPair(item) && isScalar(item.key) && keyText(item.key) === String(key)) return item as Pair<Node, Node | null>;
  }
  return undefined;
}

function keyText(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

export function keysOf(node: Node | null | undefined): string[] {
  if (!isMap(node)) return [];
  return node.items.flatMap((item) => (isScalar(item.key) ? [keyText(item.key)] : []));
}

/** The node at a path; undefined where there is none, null where a key has no value. */
export function nodeAt(source: Source, path: Path): Node | null | undefined {
  let node: Node | null | undefined = source.document.contents as Node | null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairOf(node, step);
      if (!pair) return undefined;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step] as Node | undefined;
    } else return undefined;
  }
  return node;
}

/** Where the characters of a node begin and end, without what follows it. */
export function extent(source: Source, node: Node): [number, number] {
  const [start, end] = node.range ?? [0, 0];
  let last = end;
  while (last > start && /\s/.test(source.text[last - 1] ?? '')) last--;
  return [start, last];
}

/** The characters of the value at a path, as somebody wrote them. */
export function textAt(source: Source, path: Path): string | undefined {
  const node = nodeAt(source, path);
  if (!node) return undefined;
  const [start, end] = extent(source, node);
  return source.text.slice(start, end);
}

/** The name of a spec: the scalar itself, or what stands under `is`. */
export function nameOf(node: Node | null | undefined): string {
  if (isScalar(node)) return node.value === null ? '' : String(node.value);
  if (!isMap(node)) return '';
  const is = pairOf(node, 'is')?.value;
  return isScalar(is) ? String(is.value) : '';
}

export function isBlock(node: Node | null | undefined): boolean {
  return isCollection(node) && node.flow !== true;
}

/** The offset of a line and column, both from 1. */
export function offsetOf(source: Source, line: number, column: number): number {
  const start = source.lines.lineStarts[line - 1] ?? source.text.length;
  return start + column - 1;
}
