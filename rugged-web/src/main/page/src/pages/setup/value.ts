import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node } from 'yaml';

/** How a field's characters become YAML and back: what was typed stays as it was typed. */
export type Shape = 'one' | 'list';

function flow(text: string): Node | null {
  if (/[\n\r]/.test(text)) return null;
  const document = parseDocument(`[${text}]`, { prettyErrors: false });
  return document.errors.length === 0 && isSeq(document.contents) ? (document.contents as Node) : null;
}

/** Whether an item of a flow list is written as `key: value` without braces. */
function barePair(list: string, item: unknown): boolean {
  return isMap(item) && list[item.range?.[0] ?? 0] !== '{';
}

/** The typed characters as YAML that cannot break the document: what does not read as a value is quoted. */
export function yamlOf(typed: string, shape: Shape): string {
  const text = typed.trim();
  const list = flow(text);
  if (!isSeq(list) || list.items.length === 0 || list.items.some((item) => item === null || barePair(`[${text}]`, item)))
    return JSON.stringify(text);
  const only = list.items.length === 1 ? (list.items[0] as Node) : undefined;
  if (only === undefined || /,$/.test(text)) return `[${text}]`;
  if (isSeq(only)) return text;
  if (shape === 'list') return `[${text}]`;
  if (isScalar(only) && only.type === 'PLAIN' && /[#:]/.test(text)) return JSON.stringify(text);
  return text;
}

/** The characters to show for a value as it stands in the document: a flat list without its brackets. */
export function typedOf(yaml: string, shape: Shape): string {
  const list = flow(yaml);
  const only = isSeq(list) && list.items.length === 1 ? list.items[0] : undefined;
  if (isScalar(only) && only.type !== 'PLAIN') return String(only.value);
  if (!isSeq(only) || only.flow !== true || only.items.length === 0) return yaml;
  if (only.items.some((item) => !isScalar(item))) return yaml;
  if (only.items.length === 1 && shape === 'one') return yaml;
  return yaml.slice(1, -1).trim();
}

const NUMBER = '[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?';
const RANGE = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})(?:\\s+step\\s+(${NUMBER}))?$`);

/** How many values a field stands for: items of a list, values of a range. 1 where it is no sweep. */
export function sweepOf(typed: string, shape: Shape): number {
  const list = flow(typed.trim());
  if (!isSeq(list)) return 1;
  const outer = list.items.length === 1 && isSeq(list.items[0]) ? list.items[0] : list;
  if (shape === 'list') {
    const lists = outer.items.length > 0 && outer.items.every((item) => isSeq(item));
    return lists ? outer.items.length : 1;
  }
  return Math.max(
    1,
    outer.items.reduce((sum: number, item) => sum + (isScalar(item) ? valuesIn(String(item.source ?? item.value)) : 1), 0),
  );
}

function valuesIn(text: string): number {
  const range = RANGE.exec(text);
  if (!range) return 1;
  const first = Number(range[1]);
  const last = Number(range[2]);
  const step = range[3] === undefined ? 1 : Number(range[3]);
  if (!(step > 0) || last < first) return 1;
  return Math.floor((last - first) / step + 1e-9) + 1;
}
