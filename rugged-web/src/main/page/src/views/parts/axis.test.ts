import assert from 'node:assert/strict';
import test from 'node:test';
import { axis, edges, extent } from './axis';

test('an axis places its ends and labels round numbers inside', () => {
  for (const [low, high, log] of [[0.3, 2e4, true], [-1.2, 0.4, false], [3, 3, false], [2, 8, true]] as const) {
    const one = axis(low, high, log);
    assert.ok(Math.abs(one.at(one.low)) < 1e-12 && Math.abs(one.at(one.high) - 1) < 1e-12);
    assert.ok(one.ticks.length >= 2, `${low} ${high}`);
    for (const tick of one.ticks) assert.ok(one.at(tick.value) > -1e-6 && one.at(tick.value) < 1 + 1e-6);
  }
});

test('cells meet half way, on the axis as drawn', () => {
  const log = edges([1, 100], true);
  assert.ok(Math.abs(log[1]! - 10) < 1e-9 && Math.abs(log[0]! - 0.1) < 1e-9 && Math.abs(log[2]! - 1000) < 1e-6);
  assert.deepEqual(edges([0, 1, 3], false), [-0.5, 0.5, 2, 4]);
});

test('what is not finite has no part in an extent', () => {
  assert.deepEqual(extent([null, NaN, 2, -1, Infinity]), [-1, 2]);
  assert.equal(extent([null]), null);
});
