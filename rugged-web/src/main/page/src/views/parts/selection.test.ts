import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moment, number, selected, selecting } from './selection';

test('a selection of one kind leaves those of others', () => {
  const both = selecting(selecting(undefined, 'replica', '2'), 'cell', '3:4');
  assert.equal(both, 'replica:2,cell:3:4');
  assert.equal(selected(both, 'cell'), '3:4');
  assert.equal(selecting(both, 'replica', ''), 'cell:3:4');
  assert.equal(selected('min:17', 'replica'), '');
});

test('numbers and moments stay within what there is', () => {
  assert.equal(number('replica:7', 'replica', 4), 3);
  assert.equal(number('replica:x', 'replica', 4), 0);
  assert.equal(moment(undefined, 5), 4);
  assert.equal(moment('2', 5), 2);
  assert.equal(moment('12', 5), 4);
  assert.equal(moment('x', 5), 4);
});
