import { isMap, isSeq } from 'yaml';
import { keysOf, nameOf, nodeAt } from './source';
import type { Path, Source } from './source';

/** A part of the study that is a spec: its kind, where it stands and which one it is. */
export interface Section {
  title: string;
  kind: string;
  path: Path;
  name: string;
  /** whether it is one item of a list and can be taken out */
  item: boolean;
}

const SINGLE: readonly [key: string, kind: string][] = [
  ['landscape', 'landscape'],
  ['dynamics', 'dynamics'],
  ['start', 'start'],
  ['protocol', 'protocol'],
];
const LISTS: readonly [key: string, kind: string][] = [
  ['observe', 'observable'],
  ['theory', 'theory'],
];

/** A group of sections under one heading: the study itself, or one of its cases. */
export interface Group {
  case: string;
  path: Path;
  sections: Section[];
}

export function groupsOf(source: Source): Group[] {
  const cases = keysOf(nodeAt(source, ['cases'])).map((name) => group(source, name, ['cases', name]));
  return [group(source, '', []), ...cases];
}

function group(source: Source, name: string, path: Path): Group {
  const sections = [...SINGLE, ...LISTS].flatMap(([key, kind]) => specs(source, key, kind, [...path, key]));
  return { case: name, path, sections };
}

function specs(source: Source, title: string, kind: string, path: Path): Section[] {
  const node = nodeAt(source, path);
  if (isSeq(node))
    return node.items.map((item, index) => ({
      title,
      kind,
      path: [...path, index],
      name: nameOf(item as Parameters<typeof nameOf>[0]),
      item: true,
    }));
  const name = nameOf(node);
  return name === '' && !isMap(node) ? [] : [{ title, kind, path, name, item: false }];
}

/** Numbers that stand outside the sections. */
export const SCALARS = ['replicas', 'seed'] as const;

/** Whether a kind may be listed several times. */
export function listed(kind: string): boolean {
  return LISTS.some(([, one]) => one === kind);
}
