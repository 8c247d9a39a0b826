import assert from 'node:assert/strict';
import test from 'node:test';
import { MOST, readCompare, writeCompare, type ComparePlace } from './place';

test('a comparison survives its address', () => {
  const place: ComparePlace = {
    runs: ['aging-pspin-3fa91c07', 'aging-pspin-00000001'], q: 'C', x: 't/tw', by: 'tw', diff: 'theory',
    sigma: false, logX: 'lin', logY: 'log', between: true, collapse: { parameter: 'landscape.n', xc: '0.612', a: '1e-1', b: '-.5' },
  };
  assert.deepEqual(readCompare(new URLSearchParams(new URLSearchParams(writeCompare(place)).toString())), place);
  const bare = readCompare(new URLSearchParams(''));
  assert.deepEqual(readCompare(new URLSearchParams(writeCompare(bare))), bare);
});

test('no run twice, and all of an address that names too many, so that the page can say so', () => {
  assert.deepEqual(readCompare(new URLSearchParams('runs=a,b,a,,b')).runs, ['a', 'b']);
  const many = Array.from({ length: 50 }, (_, i) => `r${i}`).join(',');
  assert.equal(readCompare(new URLSearchParams({ runs: many })).runs.length, 50);
  assert.ok(50 > MOST);
});
