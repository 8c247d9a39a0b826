import assert from 'node:assert/strict';
import test from 'node:test';
import { curves, drawn, isolated, residuals } from './specification';
import { csv, table } from './table';

const one = {
  usermeta: {
    rugged: {
      simulation: { points: 3, drawn: 2, undrawn: 1 },
      residuals: { 'a': { theory: 'chsck', points: 2, unmatched: 0, meanSquare: 1.5 } },
    },
  },
  datasets: {
    simulation: [
      { panel: '', curve: 'a, "b"', source: 'simulation', style: 0, x: 1e-3, y: 2, low: 1, high: 3, error: 1 },
      { panel: '', curve: '1', source: 'simulation', style: 0, x: 1, y: null },
    ],
    theory: [{ panel: '', curve: '1', source: 'chsck', x: 1, y: 2, line: 0, order: 0 }],
    residuals: [{ panel: '', x: 1, y: 0.5 }],
  },
};

test('the table holds what is drawn, without what only places marks', () => {
  const found = table(one);
  assert.deepEqual(found.columns, ['curve', 'source', 'x', 'y', 'error']);
  assert.equal(found.rows.length, 3);
  assert.deepEqual(found.rows[1], ['1', 'simulation', 1, null, null]);
});

test('the file quotes what would break it', () => {
  assert.equal(csv(table(one)).split('\r\n')[1], '"a, ""b""",simulation,0.001,2,1');
});

test('the account of a figure, and of a page of figures', () => {
  assert.equal(drawn(one), '2 of 3 points drawn');
  const page = { usermeta: { rugged: { e: one.usermeta.rugged, f: { simulation: { points: 1, drawn: 1, undrawn: 0 } } } } };
  assert.equal(drawn(page), '3 of 4 points drawn');
  assert.equal(residuals(page)[0]?.meanSquare, 1.5);
});

test('one curve alone keeps what belongs to none', () => {
  const spec = { datasets: { simulation: [{ curve: 'a', x: 1 }, { curve: 'b', x: 2 }], theory: [{ curve: '', x: 3 }] } };
  assert.deepEqual(curves(spec), ['a', 'b']);
  assert.deepEqual(isolated(spec, 'b').datasets, { simulation: [{ curve: 'b', x: 2 }], theory: [{ curve: '', x: 3 }] });
  assert.equal(isolated(spec, 'c'), spec);
});
