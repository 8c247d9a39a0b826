import assert from 'node:assert/strict';
import test from 'node:test';
import { nextSeeds } from './seeds';

test('new seeds are as many as there were, and none of them', () => {
  assert.equal(nextSeeds('1'), '2');
  assert.equal(nextSeeds('1..24'), '25..48');
  assert.equal(nextSeeds('[3, 7, 9]'), '10..12');
  assert.equal(nextSeeds('[5]'), '6');
  assert.equal(nextSeeds(''), '');
  assert.equal(nextSeeds('one'), '');
  assert.equal(nextSeeds('1..x'), '');
});
