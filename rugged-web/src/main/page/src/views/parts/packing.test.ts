import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frames } from './array';
import { contactPlace, contactRange, FRONT, images, mode, readCamera, scene, writeCamera, zoomed } from './packing';

function frames(shape: number[], values: number[]): Frames {
  return { name: '', kind: 'quantity', shape, frames: 1, from: 0, to: 1, values: Float32Array.from(values) };
}

const DISCS = frames([2, 7], [1, 2, 0, 0, 0.5, 0.5, 3, 3, 4, 0, 0, 0.75, 0.75, 0]);

test('rows become bodies and bonds', () => {
  const shown = scene(DISCS, frames([3], [8, 8, 0]), frames([1, 6], [0, 1, 0.25, 2, 2, 0]));
  assert.equal(shown.space, 2);
  assert.deepEqual(shown.box, [8, 8, 0]);
  assert.deepEqual(shown.bodies[1], { x: 3, y: 4, z: 0, angle: 0, longer: 0.75, shorter: 0.75, contacts: 0 });
  assert.deepEqual(shown.bonds, [{ first: 0, second: 1, force: 0.25, way: [2, 2, 0] }]);
  assert.equal(scene(DISCS, frames([3], [8, 8, 8]), null).space, 3);
});

test('colours begin at what can hold a particle, whatever stands in a frame', () => {
  const discs = scene(DISCS, frames([3], [8, 8, 0]), null);
  assert.deepEqual(contactRange(discs), [3, 6]);
  const ellipses = scene(frames([1, 7], [1, 2, 0, 0.3, 0.5, 0.4, 3]), frames([3], [8, 8, 0]), null);
  assert.deepEqual(contactRange(ellipses), [3, 9]);
  assert.deepEqual(contactRange(scene(DISCS, frames([3], [8, 8, 8]), null)), [4, 9]);
  assert.equal(contactPlace(3, [3, 6]), 0);
  assert.equal(contactPlace(9, [3, 6]), 1);
});

test('the longest arrow of a mode has length 1, angles are no places', () => {
  const two = frames([2, 2, 3], [0, 0, 9, 0, 0, 9, 3, 4, 7, 0, 1, 7]);
  const arrows = mode(two, 1, 2);
  assert.ok(arrows);
  [0.6, 0.8, 0, 0, 0.2, 0].forEach((value, i) => assert.ok(Math.abs(value - arrows[i]!) < 1e-6));
  assert.equal(mode(two, 2, 2), null);
});

test('images are those that the window sees, the box itself last', () => {
  const window = { left: -1, right: 5, bottom: 1, top: 3 };
  assert.deepEqual(images([4, 4, 0], window, false), [[0, 0]]);
  assert.deepEqual(images([0, 0, 0], window, true), [[0, 0]]);
  const seen = images([4, 4, 0], window, true);
  assert.deepEqual(seen.at(-1), [0, 0]);
  assert.deepEqual(new Set(seen.map(String)), new Set(['-1,0', '1,0', '0,0']));
});

test('the window stands in the address', () => {
  assert.equal(writeCamera(FRONT), '');
  assert.deepEqual(readCamera(''), FRONT);
  assert.deepEqual(readCamera('x:1'), FRONT);
  const there = { x: 0.125, y: -0.25, zoom: 4 };
  assert.deepEqual(readCamera(writeCamera(there)), there);
});

test('what is under the pointer stays there', () => {
  const before = { x: 0.1, y: 0.2, zoom: 2 };
  const after = zoomed(before, 1.5, 0.25, -0.4);
  assert.ok(Math.abs(before.x + 0.25 / before.zoom - (after.x + 0.25 / after.zoom)) < 1e-12);
  assert.ok(Math.abs(before.y - 0.4 / before.zoom - (after.y - 0.4 / after.zoom)) < 1e-12);
  assert.equal(zoomed(before, 1e9).zoom, 40);
});
