import assert from 'node:assert/strict';
import test from 'node:test';
import { decode, encode, SHOWN } from './codec';
import { exact, fits, rowsOf } from './rows';
import type { Entry } from './rows';

test('the address holds what is shown', () => {
  for (const only of SHOWN)
    for (const q of ['', 'a&b #1'])
      assert.deepEqual(decode(new URL(encode({ only, q }), 'http://127.0.0.1').search), { only, q });
  assert.equal(decode('?only=nonsense').only, 'all');
});

const entry: Entry = {
  name: 'two-spin',
  title: '',
  kind: 'study',
  when: '2026-01-01T00:00:00Z',
  commit: 'abc',
  record: {
    rows: [
      { id: 'p2.e', text: 'energy', value: -0.6, error: 0.01, reference: { value: -0.6, error: 0, source: 'exact solution' }, tolerance: 2.5, 'tolerance-unit': 'standard errors', bias: 0.001, distance: 0.1, agrees: true },
      { id: 'p2.x', text: 'exact', value: 1, error: null, reference: { value: 2, error: 0, source: '' }, tolerance: 1e-12, 'tolerance-unit': 'absolute', bias: 0, distance: null, agrees: false },
    ],
  },
};

test('rows are read, filtered, and exact ones are apart', () => {
  const rows = rowsOf(entry);
  assert.deepEqual(rows.map((row) => [row.id, exact(row), row.tolerance]), [
    ['p2.e', false, '2.5 standard errors, bias 0.001'],
    ['p2.x', true, '1e-12 absolute'],
  ]);
  assert.deepEqual(rows.filter((row) => fits(row, 'failed', '')).map((row) => row.id), ['p2.x']);
  assert.deepEqual(rows.filter((row) => fits(row, 'all', 'SOLUTION energy')).map((row) => row.id), ['p2.e']);
  assert.deepEqual(rowsOf({ ...entry, record: null }), []);
});
