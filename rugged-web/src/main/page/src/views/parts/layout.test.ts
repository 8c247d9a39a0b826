import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from './array';
import { firstLayer, fitted, side } from './layout';

test('the first layer of a network is found in the length of its state', () => {
  const mnist = { landscape: 'network', 'landscape.layers': '[256]', 'landscape.bias': 'all' };
  assert.deepEqual(firstLayer(784 * 256 + 256 + 256 * 10 + 10, mnist), { row: 784, rows: 256 });
  const parity = { landscape: 'network', 'landscape.layers': '[3]', 'landscape.bias': 'hidden' };
  assert.deepEqual(firstLayer(66, parity), { row: 20, rows: 3 });
  const cases = { 'cases.small net.landscape': 'network', 'cases.small net.landscape.layers': '[3]', 'cases.small net.landscape.bias': 'hidden' };
  assert.deepEqual(firstLayer(66, cases, 'case = small net, seed = 1'), { row: 20, rows: 3 });
  assert.equal(firstLayer(66, { landscape: 'pspin' }), null);
});

test('a layout never leaves its vector', () => {
  assert.deepEqual(fitted(10, 3, 1, 100), { skip: 1, row: 3, rows: 3 });
  assert.deepEqual(fitted(10, 30, 50, 100), { skip: 0, row: 10, rows: 1 });
  assert.deepEqual(fitted(10, Number.NaN, 0, 100), { skip: 0, row: 4, rows: 3 });
  assert.equal(side(784), 28);
  assert.equal(side(20), 0);
});

test('frames are read as the server writes them', () => {
  const head = new TextEncoder().encode('{"name":"final","kind":"state","shape":[1,2],"frames":1,"from":0,"to":1} ');
  const padded = Math.ceil(head.length / 4) * 4;
  const buffer = new ArrayBuffer(4 + padded + 8);
  const view = new DataView(buffer);
  view.setUint32(0, padded, true);
  new Uint8Array(buffer, 4, padded).fill(32);
  new Uint8Array(buffer, 4).set(head);
  view.setFloat32(4 + padded, 1.5, true);
  view.setFloat32(8 + padded, -2, true);
  const read = parse(buffer);
  assert.equal(read.name, 'final');
  assert.deepEqual([...read.values], [1.5, -2]);
});
