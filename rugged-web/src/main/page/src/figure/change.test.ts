import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureReply } from '../api/types';
import { after } from './change';
import { crowded, sameLayout, type Specification } from './specification';

const REPLY: FigureReply = { change: 'nothing', version: '2', specification: null, datasets: null, description: null, smallPrint: null, usermeta: null };
const first = { config: {}, title: { text: ['old'] }, datasets: { simulation: [{ x: 1 }, { x: 2 }, { x: 3 }], theory: [{ x: 1 }] } } as unknown as Specification;

test('rows are replaced in place and the others stay the same objects', () => {
  const splices = [
    { at: 3, remove: 0, rows: [{ x: 4 }] },
    { at: 0, remove: 1, rows: [{ x: 0 }, { x: 1.5 }] },
  ];
  const next = after(first, { ...REPLY, change: 'rows', datasets: { simulation: splices }, smallPrint: ['new'], usermeta: {} });
  assert.deepEqual(next?.datasets?.['simulation'], [{ x: 0 }, { x: 1.5 }, { x: 2 }, { x: 3 }, { x: 4 }]);
  assert.equal(next?.datasets?.['simulation']?.[2], first.datasets?.['simulation']?.[1]);
  assert.equal(next?.datasets?.['theory'], first.datasets?.['theory']);
  assert.deepEqual(next?.title?.text, ['new']);
  assert.ok(next && sameLayout(first, next));
});

test('nothing new is the same figure, a whole one has a layout of its own', () => {
  assert.equal(after(first, REPLY), first);
  const whole = after(first, { ...REPLY, change: 'whole', specification: structuredClone(first) });
  assert.ok(whole && !sameLayout(first, whole));
  assert.equal(after(first, { ...REPLY, change: 'empty' }), null);
});

test('marks are counted with their bars', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, x) => ({ x, error: 1 }));
  assert.equal(crowded({ datasets: { simulation: rows(500), theory: rows(2_000) } }), false);
  assert.equal(crowded({ datasets: { simulation: rows(501) } }), true);
});
