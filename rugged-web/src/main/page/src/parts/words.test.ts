import assert from 'node:assert/strict';
import test from 'node:test';
import { amount, bytes, duration, signed } from './words';

test('durations keep two units', () => {
  assert.equal(duration(0.42), '0.4 s');
  assert.equal(duration(460), '7 min 40 s');
  assert.equal(duration(3600 * 5 + 61), '5 h 01 min');
  assert.equal(duration(3600 * 50), '2 d 2 h');
  assert.equal(duration(Number.NaN), '');
});

test('a number below zero has a minus sign, and keeps its dashes elsewhere', () => {
  assert.equal(signed('-1.0803(21)'), '−1.0803(21)');
  assert.equal(signed('1e-3'), '1e-3');
});

test('amounts keep what can be read at a glance', () => {
  assert.equal(amount(31e6), '3.1e7');
  assert.equal(amount(118_203), '118 k');
  assert.equal(amount(44), '44');
  assert.equal(bytes(40 * 2 ** 20), '40 MiB');
  assert.equal(bytes(40_000_000), '38 MiB');
  assert.equal(bytes(3.5 * 2 ** 30), '3.5 GiB');
});
