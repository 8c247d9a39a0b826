import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paint } from './paint';

const grey = (place: number): [number, number, number] => [Math.round(255 * place), 0, 0];

test('each pixel has the value of the cell it lies in, and none where there is none', () => {
  const cells = { lines: [0, 0.5, 1], ends: [[0, 0.5, 1], [0.5, 1]], values: [[0, 1], [null]] };
  const image = paint(cells, 4, 4, grey, (value) => value);
  const at = (x: number, y: number) => [image[4 * (4 * y + x)], image[4 * (4 * y + x) + 3]];
  assert.deepEqual(at(0, 3), [0, 255]);
  assert.deepEqual(at(3, 3), [255, 255]);
  assert.deepEqual(at(0, 0), [0, 0]);
  assert.deepEqual(at(3, 0), [0, 0]);
});
