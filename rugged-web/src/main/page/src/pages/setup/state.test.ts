import assert from 'node:assert/strict';
import test from 'node:test';
import { decode, encode } from './codec';
import type { Setup } from './codec';
import { fieldsOf } from './fields';
import { pack, unpack } from './pack';
import { effective } from './sizes';
import { pathOf, placed } from './places';
import { read } from './source';
import { used } from './used';

const states: Setup[] = [
  { study: 'aging-pspin', size: 'laptop', set: [], packed: '' },
  { study: 'aging-pspin', size: 'quick', set: [['landscape.n', '1000'], ['dynamics.dt', '1e-3, 2e-3'], ['a.b', 'x:y&z=1#2']], packed: '' },
  { study: '', size: 'paper', set: [], packed: 'abc-_' },
];

test('the address holds the state', () => {
  for (const state of states) {
    const { query, fragment } = encode(state);
    const back = new URL(`?${query}#${fragment}`, 'http://127.0.0.1');
    assert.deepEqual(decode(['setup', state.study], back.searchParams, back.hash.slice(1)), state);
  }
});

test('a study packs and unpacks, and nothing else does', async () => {
  const text = 'study: x # μ\n'.repeat(300);
  const packed = await pack(text);
  assert.match(packed, /^[\w-]+$/);
  assert.equal(await unpack(packed), text);
  for (const bad of ['', '!!', 'abc', 'A'.repeat(50)]) assert.equal(await unpack(bad), undefined);
});

test('a size says where its value stands', () => {
  const source = read('landscape: { is: network }\nsizes:\n  quick: { landscape.n: 96, data.patterns: 10 }\n');
  assert.deepEqual(effective(source, 'quick', ['landscape', 'n']), ['sizes', 'quick', 'landscape.n']);
  assert.deepEqual(effective(source, 'quick', ['landscape', 'data', 'patterns']), ['sizes', 'quick', 'data.patterns']);
  assert.deepEqual(effective(source, 'laptop', ['landscape', 'n']), ['landscape', 'n']);
});

test('a size names the items of a list, and may replace a whole part', () => {
  const source = read(
    'theory: [{ is: chsck, times: [1] }, sphere]\nprotocol: { is: quench, until: 8 }\nsizes:\n  paper: { theory.chsck.times: [2e3], protocol: { is: quench, until: 64 }, protocol.first: 2 }\n',
  );
  assert.deepEqual(effective(source, 'paper', ['theory', 0, 'times']), ['sizes', 'paper', 'theory.chsck.times']);
  assert.deepEqual(effective(source, 'paper', ['theory', 1, 'times']), ['theory', 1, 'times']);
  assert.deepEqual(effective(source, 'paper', ['protocol', 'until']), ['sizes', 'paper', 'protocol', 'until']);
  assert.deepEqual(effective(source, 'paper', ['protocol', 'first']), ['sizes', 'paper', 'protocol.first']);
});

test('what the study leaves out is what the plan has, not the default', () => {
  const draft = { typed: () => '1..16' };
  const [n, seed] = fieldsOf({ n: { type: 'integer', default: 256 }, seed: { type: 'integer', default: 1 } });
  assert.ok(n && seed);
  const theories = { 'theory.hilbert.n': '192', 'cases.a.theory.sphere.n': '64', 'cases.b.theory.sphere.n': '64, 96' };
  assert.equal(used(draft, theories, 'theory', ['theory', 0], 'hilbert', n), '192');
  assert.equal(used(draft, theories, 'theory', ['theory', 1], 'sphere', n), '64, 96');
  assert.equal(used(draft, theories, 'theory', ['cases', 'a', 'theory', 0], 'sphere', n), '64');
  assert.equal(used(draft, theories, 'landscape', ['landscape'], 'pspin', n), '');
  assert.equal(used(draft, theories, 'landscape', ['landscape'], 'pspin', seed), '1..16');
});

test('a schema becomes rows', () => {
  const [n, planted, layers, loss] = fieldsOf({
    is: { const: 'x' },
    n: { type: 'integer', minimum: 2, maximum: 65536, default: 256, 'x-symbol': 'N', 'x-sweep': true },
    planted: { type: 'number', exclusiveMinimum: 0, 'x-infinite': true, default: 'inf' },
    layers: { type: 'array', items: { type: 'integer', minimum: 1 }, default: [100, 50] },
    loss: { enum: ['auto', 'hinge'], default: 'auto' },
  });
  assert.deepEqual([n?.control, n?.allowed, n?.usual, n?.sweeps], ['number', '2..65536', '256', true]);
  assert.deepEqual([planted?.allowed, planted?.usual], ['> 0 or inf', 'inf']);
  assert.deepEqual([layers?.shape, layers?.usual, layers?.allowed], ['list', '100, 50', '≥ 1']);
  assert.deepEqual([loss?.control, loss?.options], ['choice', ['auto', 'hinge']]);
});

test('an error finds its field by line and column', () => {
  const source = read('landscape: { is: pspin, n: -3 }\ndynamics:\n  - { is: sgd, dt: 0 }\nsizes:\n  quick: { landscape.n: 0 }\n');
  const at = (line: number, column: number, path = ''): unknown => placed(source, [{ line, column, path }])[0]?.path;
  assert.deepEqual(at(1, 28), ['landscape', 'n']);
  assert.deepEqual(at(1, 25), ['landscape', 'n']);
  assert.deepEqual(at(3, 20), ['dynamics', 0, 'dt']);
  assert.deepEqual(at(5, 25), ['sizes', 'quick', 'landscape.n']);
  assert.deepEqual(at(0, 0, 'dynamics.sgd.dt'), ['dynamics', 0, 'dt']);
  assert.deepEqual(pathOf(source, 'sizes.quick.landscape.n'), ['sizes', 'quick', 'landscape.n']);
});
