import assert from 'node:assert/strict';
import test from 'node:test';
import { bars, between } from './brush';
import { chosen, decode, EMPTY, encode, FACETS, question, reset, resetAll, SORTS, toggled } from './codec';
import type { Filter } from './codec';
import { marked, rich } from './rich';

/** A small generator, so that a failure repeats. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function random(next: () => number): Filter {
  const words = ['glassy dynamics', 'a,b', 'x&y=z', 'μ + 1', '%20', '#', '1998', 'François', '<b>'];
  const pick = (): string => words[Math.floor(next() * words.length)] ?? '';
  const filter: Filter = { ...EMPTY, chosen: {} };
  for (const facet of FACETS) if (next() < 0.4) filter.chosen[facet] = [...new Set([pick(), pick()].slice(0, Math.floor(next() * 3)))];
  if (next() < 0.5) filter.q = pick();
  if (next() < 0.5) filter.open = pick();
  filter.page = 1 + Math.floor(next() * 5);
  filter.size = next() < 0.5 ? 50 : 100;
  filter.sort = SORTS[Math.floor(next() * SORTS.length)] ?? 'relevance';
  return filter;
}

test('the address holds the filter', () => {
  const next = generator(7);
  for (let i = 0; i < 500; i++) {
    const filter = random(next);
    assert.deepEqual(decode(new URL(encode(filter), 'http://127.0.0.1').search), filter);
  }
  assert.equal(encode(EMPTY), '/');
  assert.deepEqual(decode('?size=7&page=x&sort=nonsense'), EMPTY);
});

test('ticks come and go, and turn back to the first page', () => {
  const one = toggled({ ...EMPTY, page: 3 }, 'topic', 'aging');
  assert.deepEqual([one.page, one.chosen.topic], [1, ['aging']]);
  assert.deepEqual(toggled(one, 'topic', 'aging').chosen, {});
  assert.deepEqual(toggled(toggled(one, 'topic', 'noise'), 'topic', 'aging').chosen.topic, ['noise']);
  assert.deepEqual(reset(chosen(one, 'year', ['1998']), 'topic').chosen, { year: ['1998'] });
  assert.deepEqual(resetAll({ ...one, q: 'x' }), { ...EMPTY });
  assert.deepEqual(question(chosen(EMPTY, 'year', []))['year'], ['-none-']);
  assert.equal(question(EMPTY)['year'], undefined);
});

test('hits are marked and the text stays the same', () => {
  assert.deepEqual(marked('Aging of the p-spin', 'P-SPIN aging'), [
    { text: 'Aging', hit: true },
    { text: ' of the ', hit: false },
    { text: 'p-spin', hit: true },
  ]);
  for (const search of ['', '(', '.*', 'a|b', '\\', 'ging of'])
    assert.equal(marked('Aging (of) a|b', search).map((piece) => piece.text).join(''), 'Aging (of) a|b');
});

test('labels keep their markup between hits', () => {
  const pieces = rich('C(t, t_{w}) aging', 'AGING');
  assert.equal(pieces.map((piece) => piece.text).join(''), 'C(t, tw) aging');
  assert.ok(pieces.some((piece) => piece.text === 'w' && piece.shift < 0));
  assert.deepEqual(pieces.filter((piece) => piece.hit).map((piece) => piece.text), ['aging']);
});

test('years are counted one bar a year, and a brush takes those that exist', () => {
  const values = [{ value: '1993', count: 2 }, { value: '1995', count: 0 }, { value: '1998', count: 1 }];
  assert.deepEqual(bars(values).map((bar) => bar.count), [2, 0, 0, 0, 0, 1]);
  assert.deepEqual(between(values, 1996, 1990), ['1993', '1995']);
  assert.deepEqual(bars([]), []);
});
