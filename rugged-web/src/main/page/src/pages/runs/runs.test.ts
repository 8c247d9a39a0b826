import assert from 'node:assert/strict';
import test from 'node:test';
import { decode, EMPTY, encode, question, sorted } from './codec';
import { reaching, visible } from './window';

test('the address holds the listing', () => {
  for (const listing of [EMPTY, { status: ['running', 'failed'], study: 'aging-pspin', q: 'a&b=c #1', sort: 'disk', starred: true }])
    assert.deepEqual(decode(new URL(encode(listing), 'http://127.0.0.1').search), listing);
  assert.deepEqual(decode('?sort=colour'), EMPTY);
});

test('a window covers what is seen and keeps the height', () => {
  for (const count of [0, 3, 50, 10000])
    for (const top of [0, 13, 5000, 279720])
      for (const height of [200, 900]) {
        const { first, end, above, below } = visible(count, 28, top, height);
        assert.equal(above + (end - first) * 28 + below, count * 28);
        assert.ok(end - first <= Math.ceil(height / 28) + 18);
        const seen = Math.min(count - 1, Math.floor((top + 1) / 28));
        if (count > 0 && top < count * 28) assert.ok(first <= seen && seen < end);
      }
});

test('the selected row is scrolled into sight, and no further', () => {
  assert.equal(reaching(0, 28, 100, 280), 0);
  assert.equal(reaching(5, 28, 100, 280), 100);
  assert.equal(reaching(20, 28, 100, 280), 308);
});

test('a column is sorted one way, then the other', () => {
  const once = sorted(EMPTY, 'study');
  assert.equal(once.sort, 'study');
  assert.equal(sorted(once, 'study').sort, '-study');
  assert.equal(sorted(EMPTY, 'start').sort, 'start');
  assert.equal(sorted(EMPTY, 'disk').sort, '-disk');
  assert.deepEqual([question(once)['sort'], question(once)['up']], ['study', '1']);
});
