import assert from 'node:assert/strict';
import test from 'node:test';
import { STUDY } from '../../figure/options';
import { readPlace, TABS, writePlace, type RunPlace } from './place';

function again(place: RunPlace): RunPlace {
  const { path, query } = writePlace(place);
  return readPlace(path.split('/').map(decodeURIComponent), new URLSearchParams(new URLSearchParams(query).toString()));
}

test('every place of a run survives the address', () => {
  for (const tab of TABS)
    for (const fig of ['', 'C', 'final-energy'])
      for (const point of ['', 'a5f0']) {
        const place: RunPlace = {
          run: 'aging-pspin-3fa91c07', tab, fig, point, status: point ? 'failed' : '',
          options: { ...STUDY, x: 'log', theory: fig === '', range: '0.1,1e4' },
          rest: tab === 'landscape' ? { view: 'spectrum', frame: '12' } : {},
        };
        assert.deepEqual(again(place), place);
      }
});

test('an address from elsewhere shows the figures', () => {
  const place = readPlace(['run', 'a', 'nonsense'], new URLSearchParams('x=1'));
  assert.equal(place.tab, 'figures');
  assert.deepEqual(place.options, STUDY);
});
