import assert from 'node:assert/strict';
import test from 'node:test';
import { moved } from './order';

test('an item moves and the others keep their order', () => {
  assert.deepEqual(moved(['a', 'b', 'c', 'd'], 0, 2), ['b', 'c', 'a', 'd']);
  assert.deepEqual(moved(['a', 'b', 'c', 'd'], 3, 0), ['d', 'a', 'b', 'c']);
  assert.deepEqual(moved(['a', 'b'], 0, 9), ['b', 'a']);
  assert.deepEqual(moved(['a', 'b'], -1, 0), ['a', 'b']);
});
