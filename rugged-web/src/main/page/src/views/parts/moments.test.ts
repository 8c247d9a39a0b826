import assert from 'node:assert/strict';
import test from 'node:test';
import type { MomentsReply } from '../../api/types';
import { called, frameAt, moments, rowsAt } from './moments';

const frame = (replica: number, t: number) => ({ replica, at: [t], shape: [2] });
const reply: MomentsReply = {
  point: 'a',
  version: '',
  arrays: [
    { name: 'particles', symbol: 'r', axes: ['t'], frames: [frame(0, 0), frame(1, 0), frame(0, 2.5), frame(1, 2.5)] },
    { name: 'modes', symbol: 'u', axes: ['t'], frames: [frame(0, 0), frame(1, 0)] },
  ],
};

test('replicas of one moment stand together', () => {
  const all = moments(reply, 'particles');
  assert.equal(all.length, 2);
  assert.deepEqual([...all[1]!.frames], [[0, 2], [1, 3]]);
  assert.deepEqual(moments(undefined, 'particles'), []);
});

test('what was recorded more seldom has no array at other moments', () => {
  assert.equal(frameAt(reply, 'modes', [0], 1), 1);
  assert.equal(frameAt(reply, 'modes', [2.5], 1), -1);
  assert.equal(frameAt(reply, 'forces', [0], 0), -1);
  assert.equal(rowsAt(reply, 'modes', [0], 1), 2);
  assert.equal(rowsAt(reply, 'modes', [2.5], 1), 0);
});

test('a moment is called by its axes', () => {
  assert.equal(called(reply, 'particles', [2.5]), 't = 2.5');
  assert.equal(called(reply, 'particles', [null]), 't = ?');
});
