import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Curve, SeriesReply } from '../../api/types';
import { joined } from './joined';

const curve = (x: number[], from = 0): Curve => ({ key: {}, source: 'simulation', x, y: x, error: x, low: null, high: null, flags: null, count: x, from });
const reply = (curves: Curve[], append: boolean) => ({ append, curves, theory: [], version: String(append) }) as unknown as SeriesReply;

test('curves go on where they ended, or where they began to differ', () => {
  const first = reply([curve([1, 2, 3]), curve([1])], false);
  const next = joined(first, reply([curve([2.5, 4], 2), curve([], 1)], true));
  assert.deepEqual(next.curves.map((one) => one.x), [[1, 2, 2.5, 4], [1]]);
  assert.equal(next.version, 'true');
  assert.equal(next.append, false);
  assert.deepEqual(joined(first, reply([curve([9])], false)).curves[0]?.x, [9]);
});
