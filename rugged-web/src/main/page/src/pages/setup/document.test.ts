import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { isBlock, keysOf, nodeAt, read, textAt } from './source';
import type { Path, Source } from './source';
import { appendAt, removeAt, setAt } from './splice';
import { sweepOf, typedOf, yamlOf } from './value';

/** The bundled studies lie at the top of the project. */
function above(folder: string): string {
  const found = join(folder, 'studies');
  return existsSync(join(found, 'compare.yaml')) || dirname(folder) === folder ? found : above(dirname(folder));
}

const studies = above(process.env['RUGGED_PROJECT'] ?? process.cwd());
const bundled = readdirSync(studies).filter((name) => name.endsWith('.yaml'));

// prose keeps its commas: only what the form shows is read as typed
const form = new Set(['landscape', 'dynamics', 'protocol', 'start', 'observe', 'replicas', 'seed']);

function leaves(source: Source, path: Path = []): Path[] {
  const node = nodeAt(source, path);
  if (isMap(node)) return keysOf(node).flatMap((key) => leaves(source, [...path, key]));
  if (isSeq(node) && isBlock(node)) return node.items.flatMap((_, index) => leaves(source, [...path, index]));
  return [path];
}

function maps(source: Source, path: Path = []): Path[] {
  const node = nodeAt(source, path);
  if (isMap(node)) return [path, ...keysOf(node).flatMap((key) => maps(source, [...path, key]))];
  if (isSeq(node)) return node.items.flatMap((_: unknown, index: number) => maps(source, [...path, index]));
  return [];
}

// each change of the long chain reads the whole text anew: one value in so many, others in each study
const THINNED = 5;

for (const [place, name] of bundled.entries()) {
  const text = readFileSync(join(studies, name), 'utf8');
  const source = read(text);

  test(`${name}: every value written back leaves every byte`, () => {
    assert.deepEqual(source.mistakes, []);
    for (const path of leaves(source)) {
      const node = nodeAt(source, path);
      if (!node || (isScalar(node) && /^BLOCK/.test(node.type ?? ''))) continue;
      const there = textAt(source, path) ?? '';
      assert.equal(setAt(text, path, there), text, path.join('.'));
      const field = path[0] === 'sizes' ? String(path[2] ?? '').split('.')[0] : path[0];
      if (!form.has(String(field))) continue;
      const shape = isSeq(node) ? 'list' : 'one';
      const back = yamlOf(typedOf(there, shape), shape);
      assert.deepEqual(value(setAt(text, path, back), path), value(text, path), path.join('.'));
    }
  });

  test(`${name}: a key added and taken away again leaves every byte`, () => {
    for (const path of maps(source)) {
      const added = setAt(text, [...path, 'zz'], '1e-3');
      assert.equal(textAt(read(added), [...path, 'zz']), '1e-3', path.join('.'));
      assert.deepEqual(read(added).mistakes, []);
      assert.equal(removeAt(added, [...path, 'zz']), text, path.join('.'));
    }
  });

  test(`${name}: comments survive changes of many values`, () => {
    const comments = (of: string): string[] => of.split('\n').filter((line) => /^\s*#/.test(line));
    let changed = text;
    for (const path of leaves(source).filter((_, k) => (k + place) % THINNED === 0)) {
      const node = nodeAt(source, path);
      if (node && !(isScalar(node) && /^BLOCK/.test(node.type ?? ''))) changed = setAt(changed, path, '[7, 8]');
    }
    assert.deepEqual(comments(changed), comments(text));
    assert.deepEqual(read(changed).mistakes, []);
  });
}

function value(text: string, path: Path): unknown {
  const node = nodeAt(read(text), path) as Node | null;
  return node ? node.toJSON() : node;
}

test('a bare name grows into a mapping, a missing section is made', () => {
  assert.equal(setAt('landscape: pspin\n', ['landscape', 'n'], '64'), 'landscape: { is: pspin, n: 64 }\n');
  assert.equal(setAt('observe: [energy]\n', ['observe', 0, 'every'], '2'), 'observe: [{ is: energy, every: 2 }]\n');
  assert.equal(setAt('study: x\n', ['start', 'is'], 'random'), 'study: x\nstart: { is: random }\n');
  assert.equal(setAt('seed:\n', ['seed'], '1'), 'seed: 1\n');
});

test('block values give way to what is typed', () => {
  assert.equal(setAt('tw:\n  - 1\n  - 2\nx: 1\n', ['tw'], '[3]'), 'tw: [3]\nx: 1\n');
  assert.equal(setAt('a: >-\n  long\n  text\nb: 1\n', ['a'], 'short'), 'a: short\nb: 1\n');
});

test('items come and go', () => {
  assert.equal(appendAt('observe: [a]\n', ['observe'], 'b'), 'observe: [a, b]\n');
  assert.equal(appendAt('observe:\n  - a\nx: 1\n', ['observe'], 'b'), 'observe:\n  - a\n  - b\nx: 1\n');
  assert.equal(appendAt('x: 1\n', ['theory'], 'chsck'), 'x: 1\ntheory: [chsck]\n');
  assert.equal(appendAt('observe: a\n', ['observe'], 'b'), 'observe: [a, b]\n');
  assert.equal(removeAt('observe: [a, b]\n', ['observe', 0]), 'observe: [b]\n');
  assert.equal(removeAt('observe: [a, b]\n', ['observe', 1]), 'observe: [a]\n');
  assert.equal(removeAt('observe:\n  - a\n  - b\n', ['observe', 1]), 'observe:\n  - a\n');
});

test('what is typed stays as it is typed', () => {
  for (const text of ['1e-3', '1..20', '0.1..0.5 step 0.1', 'inf', '2e3', '-.5', '3+4', '0.6*3+1.4*12', 'true', 'relu'])
    assert.equal(yamlOf(text, 'one'), text);
  assert.equal(yamlOf('500, 1000', 'one'), '[500, 1000]');
  assert.equal(yamlOf('500,', 'one'), '[500,]');
  assert.equal(yamlOf('100', 'list'), '[100]');
  assert.equal(yamlOf('[3], [5]', 'list'), '[[3], [5]]');
  assert.equal(yamlOf('[[3], [5]]', 'list'), '[[3], [5]]');
  assert.equal(typedOf('[500, 1e3]', 'one'), '500, 1e3');
  assert.equal(typedOf('"2006.06098"', 'one'), '2006.06098');
});

test('nothing that is typed can break the document', () => {
  for (const text of ['[1,', '}', '{a', ': x', 'a: b', '# c', '1 # 2', '"', "'", '&a', '*a', '- x', '!t', '%', '@', '`', ',', 'a\nb', ']'])
    for (const at of ['x: 1\ny: 2\n', 'm: { x: 1, y: 2 }\n']) {
      const path = at.startsWith('m') ? ['m', 'x'] : ['x'];
      const changed = setAt(at, path, yamlOf(text, 'one'));
      const source = read(changed);
      assert.deepEqual(source.mistakes, [], changed);
      assert.equal(textAt(source, [...path.slice(0, -1), 'y']), '2', changed);
    }
});

test('a sweep is counted', () => {
  assert.equal(sweepOf('500, 1000, 2000', 'one'), 3);
  assert.equal(sweepOf('1..20', 'one'), 20);
  assert.equal(sweepOf('0.1..0.5 step 0.1', 'one'), 5);
  assert.equal(sweepOf('1..3, 7', 'one'), 4);
  assert.equal(sweepOf('0.5', 'one'), 1);
  assert.equal(sweepOf('[3], [5]', 'list'), 2);
  assert.equal(sweepOf('3, 5', 'list'), 1);
});
