import assert from 'node:assert/strict';
import test from 'node:test';
import type { MapReplyMapTree as MapTree } from '../../api/types';
import { beside, between, corners, leafOf, moved, nearer, readFrame, span, toRoot, under, whole, writeFrame } from './tree';

/** Three minima: 0 and 2 meet at 1, then 1 at 2, under a top of 3. */
const TREE: MapTree = {
  least: 0, top: 3, reach: 3, step: 0.5, trees: 1, leaves: 3,
  x: [1.5, 0.5, 2.5, 2, 1.25], low: [0, 0.25, 0.5, 1, 2], bend: [0.5, 1.5, 0.5, 1.5, 3], high: [1, 2, 1, 2, 3],
  parent: [3, 4, 3, 4, -1], minimum: [0, 1, 2, 0, 0], below: [1, 1, 1, 2, 3], order: [1, 1, 1], found: [3, 2, 1], up: [0, 1.75, 0.5],
  colour: [1, 200, 2, 1, 1], stubs: { node: [], count: [], lowest: [], joins: [], apart: 0, above: 0 },
};

test('a line goes from its node to the one above', () => {
  assert.deepEqual(corners(TREE, 0), [[1.5, 0], [1.5, 0.5], [2, 1]]);
  assert.deepEqual(corners(TREE, 4), [[1.25, 2], [1.25, 3]]);
});

test('ways to the root, and between two minima without what both share', () => {
  assert.deepEqual(toRoot(TREE, 2), [2, 3, 4]);
  assert.deepEqual(between(TREE, 0, 2), [0, 2]);
  assert.deepEqual(between(TREE, 1, 2), [1, 2, 3]);
});

test('leaves are found by their minimum and by what stands beside them', () => {
  assert.equal(leafOf(TREE, 2), 2);
  assert.equal(leafOf(TREE, 7), -1);
  assert.equal(beside(TREE, 0, 1), 2);
  assert.equal(beside(TREE, 0, -1), 1);
  assert.equal(beside(TREE, 2, 1), 2);
  assert.equal(beside(TREE, -1, 1), 0);
});

test('what lies under a pointer is the nearest line within reach', () => {
  const px = (x: number) => 100 * x;
  const py = (energy: number) => 300 - 100 * energy;
  assert.equal(under(TREE, px, py, 152, 299, 10), 0);
  assert.equal(under(TREE, px, py, 52, 200, 10), 1);
  assert.equal(under(TREE, px, py, 127, 20, 10), 4);
  assert.equal(under(TREE, px, py, 10, 10, 10), -1);
});

test('one looks nearer about a place that stays, and comes back by the address', () => {
  const all = whole(TREE);
  const near = nearer(all, all, 2, 1.5, 1);
  assert.ok(Math.abs((1.5 - near.left) / (near.right - near.left) - (1.5 - all.left) / (all.right - all.left)) < 1e-12);
  assert.ok(Math.abs((near.high - near.low) * 2 - (all.high - all.low)) < 1e-12);
  const aside = moved(near, 0.5, 0);
  assert.ok(Math.abs(aside.left - near.left - (near.right - near.left) / 2) < 1e-12);
  const again = readFrame(writeFrame(near));
  for (const name of ['left', 'right', 'low', 'high'] as const) assert.ok(Math.abs((again?.[name] ?? 0) - near[name]) < 1e-7);
  for (const wrong of ['', '1:2:3', '2:1:0:1', '0:1:2:x', '0:1:2:Infinity']) assert.equal(readFrame(wrong), null, wrong);
  const far = Array.from({ length: 50 }).reduce((frame: ReturnType<typeof whole>) => nearer(frame, all, 0.5, 1.5, 1), all);
  assert.ok(far.right - far.left <= 5 * (all.right - all.left), 'one does not lose it from sight');
});

test('numbers that range over decades are told apart on a logarithmic scale', () => {
  assert.deepEqual(span(TREE, true), { low: 1, high: 200, log: true });
  assert.equal(span(TREE, false).log, false);
  assert.deepEqual(span({ ...TREE, colour: [-1, null, 4, -1, -1] }, true), { low: -1, high: 4, log: false });
  assert.deepEqual(span({ ...TREE, colour: [null, null, null, null, null] }, true), { low: 0, high: 1, log: false });
});
