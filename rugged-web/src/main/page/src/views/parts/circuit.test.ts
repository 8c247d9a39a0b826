import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frames } from './array';
import { circuit, reach } from './circuit';

const array = (rows: number[][]): Frames => ({ name: '', kind: 'quantity', shape: [rows.length, rows[0]!.length], frames: 1, from: 0, to: 1, values: new Float32Array(rows.flat()) });

const NODES = array([[0.25, 0.5, 2, -0.5], [0.75, 0.5, -1, 0.25], [0.75, 0.25, -1, 0.25]]);
const EDGES = array([[0, 1, 3, -0.5, 0], [1, 2, 0.5, 0, -0.25]]);
const PAIRS = array([[0, 1, 1], [0, 2, 1], [2, 1, 0]]);

test('wires that cross a border are drawn from both ends', () => {
  const shown = circuit(NODES, EDGES, PAIRS, 0);
  assert.deepEqual(shown.wires.map((wire) => wire.pieces), [[[0.25, 0.5, -0.25, 0.5], [1.25, 0.5, 0.75, 0.5]], [[0.75, 0.5, 0.75, 0.25]]]);
  assert.equal(shown.strongest, 3);
});

test('potentials are those of the chosen input, and pairs are marked', () => {
  const shown = circuit(NODES, EDGES, PAIRS, 1);
  assert.deepEqual(shown.nodes.map((node) => node.potential), [-0.5, 0.25, 0.25]);
  assert.equal(reach(shown), 0.5);
  assert.equal(reach(circuit(NODES, EDGES, PAIRS, 7)), 0);
  assert.deepEqual(shown.nodes.map((node) => node.marks), [['input 1 +', 'input 2 +'], ['input 1 −', 'output 1 −'], ['input 2 −', 'output 1 +']]);
  assert.deepEqual([shown.inputs, shown.outputs], [2, 1]);
});
