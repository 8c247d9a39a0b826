import assert from 'node:assert/strict';
import test from 'node:test';
import { clustered } from './cluster';

/** Overlaps of rows that belong to groups: high within, low between; a group of groups between. */
function overlaps(groups: number[][], within: number, near: number, far: number): number[] {
  return groups.flatMap((one) => groups.map((two) => (one === two ? 1 : one[0] !== two[0] ? far : one[1] !== two[1] ? near : within)));
}

test('rows of one group stand together, and groups of one group of groups', () => {
  // two branches of two twigs, shuffled
  const groups = [[0, 0], [1, 1], [0, 1], [1, 0], [0, 0], [1, 1], [0, 1], [1, 0]];
  const order = clustered(overlaps(groups, 0.8, 0.5, 0.1), 8);
  assert.deepEqual([...order].sort((a, b) => a - b), [0, 1, 2, 3, 4, 5, 6, 7]);
  const branches = order.map((row) => groups[row]?.[0]);
  assert.ok(branches.slice(0, 4).every((one) => one === branches[0]), String(order));
  const twigs = order.map((row) => groups[row]?.join());
  for (const k of [0, 2, 4, 6]) assert.equal(twigs[k], twigs[k + 1]);
});

test('one row, none, and rows that are all alike', () => {
  assert.deepEqual(clustered([], 0), []);
  assert.deepEqual(clustered([1], 1), [0]);
  assert.equal(new Set(clustered([1, 1, 1, 1, 1, 1, 1, 1, 1], 3)).size, 3);
});

test('what is no number is far from everything', () => {
  const q = [1, 0.9, NaN, 0.9, 1, NaN, NaN, NaN, 1];
  const order = clustered(q, 3);
  assert.equal(Math.abs(order.indexOf(0) - order.indexOf(1)), 1);
});
