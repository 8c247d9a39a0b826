import assert from 'node:assert/strict';
import test from 'node:test';
import type { Curve } from '../../api/types';
import { belongs, rest, rows } from './grid';

function curve(key: Record<string, string>, x: (number | null)[] = [1, 2]): Curve {
  return { key, source: 'simulation', x, y: x, error: x, low: null, high: null, count: x };
}

test('rows ascend and leave out what has no place', () => {
  const found = rows([curve({ tw: '10', n: '3' }, [1, null, 4]), curve({ tw: '2', n: '3' }), curve({ n: '3' })], 'tw');
  assert.deepEqual(found.map((row) => row.at), [2, 10]);
  assert.deepEqual(found[1]?.x, [1, 4]);
  assert.equal(rest(curve({ tw: '2', 'landscape.n': '3' }), 'tw'), 'n = 3');
});

test('a theory belongs to the curves that it does not contradict', () => {
  const measured = curve({ t: '100', n: '32' });
  assert.ok(belongs(curve({}), measured));
  assert.ok(belongs(curve({ n: '32' }), measured));
  assert.ok(!belongs(curve({ n: '64' }), measured));
});
