import assert from 'node:assert/strict';
import test from 'node:test';
import { drawing, small } from './network';
import { profile } from './profile';

const LAYERS = [
  { from: 0, inputs: 3, outputs: 2, bias: true },
  { from: 6, inputs: 3, outputs: 1, bias: true },
];

test('matrices become units, links and biases', () => {
  const shown = drawing([1, 2, 3, 4, 5, 6, -7, 8, 9], LAYERS);
  assert.deepEqual(shown.widths, [2, 2, 1]);
  assert.deepEqual(shown.links[1], { layer: 0, from: 0, to: 1, weight: 2 });
  assert.deepEqual(shown.links.at(-1), { layer: 1, from: 1, to: 0, weight: 8 });
  assert.deepEqual(shown.biases, [[], [5, 6], [9]]);
  assert.equal(shown.largest, 8);
  assert.equal(small(LAYERS), true);
  assert.equal(small([{ from: 0, inputs: 785, outputs: 10, bias: true }]), false);
  assert.equal(small([]), false);
});

test('a profile passes through its stationary points and is level there', () => {
  const line = profile([{ place: 0, energy: -1 }, { place: 0.5, energy: 1 }], (place) => 100 * place, (energy) => 10 - energy);
  assert.equal(line, 'M0.0,11.0C25.0,11.0 25.0,9.0 50.0,9.0');
});
