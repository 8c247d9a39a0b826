import assert from 'node:assert/strict';
import test from 'node:test';
import { readOptions, readRange, writeOptions, STUDY } from './options';

test('every choice survives the address', () => {
  for (const x of ['', 'log', 'lin'] as const)
    for (const theory of [true, false])
      for (const err of [true, false])
        for (const residual of [true, false])
          for (const range of ['', '0.1,1e4']) {
            const options = { x, y: x, theory, err, residual, range, only: range ? '100' : '' };
            assert.deepEqual(readOptions(new URLSearchParams(writeOptions(options))), options);
          }
});

test('what the study chose is not written', () => {
  assert.deepEqual(writeOptions(STUDY), {});
  assert.deepEqual(readOptions(new URLSearchParams('x=cube&theory=yes')), STUDY);
});

test('a range is two numbers in order', () => {
  assert.deepEqual(readRange('0.1, 1e4'), [0.1, 1e4]);
  assert.deepEqual(readRange('1..20'), [1, 20]);
  assert.equal(readRange(' '), null);
  assert.equal(typeof readRange('5,1'), 'string');
  assert.equal(typeof readRange('a,b'), 'string');
});
