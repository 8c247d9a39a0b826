import assert from 'node:assert/strict';
import test from 'node:test';
import type { HistogramReply } from '../../api/types';
import { group, grouped, placed, plain } from './histogram';

const quantity = { name: 'gaps', symbol: 'h', unit: '', axes: ['t'], definition: '', ratio: null, extents: ['pair'] };
const moment = (alpha: string, t: number) => ({ key: { 'landscape.alpha': alpha }, at: [t], x: [0.1, null, 1], y: [2, 1, null], error: [null, 1, 0.5], samples: 1 });
const reply: HistogramReply = { quantity, scale: 'log', version: '', moments: [moment('2', 0), moment('2', 1), moment('4', 0)] };

test('moments of one set of parameters belong together', () => {
  assert.deepEqual(grouped(reply), ['alpha = 2', 'alpha = 4']);
  assert.equal(reply.moments.filter((one) => group(one) === 'alpha = 2').length, 2);
  assert.deepEqual(grouped(undefined), []);
});

test('a moment is called by its place, and plotted without bins that have none', () => {
  assert.equal(placed(reply, reply.moments[1]!), 't = 1');
  assert.deepEqual(plain(reply.moments[0]!), { x: [0.1, 1], y: [2, null], error: [null, 0.5] });
});
