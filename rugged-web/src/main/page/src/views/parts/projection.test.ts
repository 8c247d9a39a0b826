import assert from 'node:assert/strict';
import test from 'node:test';
import { contacts, project } from './projection';

const CORNERS = [1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1];

test('turning keeps every distance from the middle', () => {
  for (const turn of [{ yaw: 0, pitch: 0 }, { yaw: 0.7, pitch: -0.4 }, { yaw: 3, pitch: 1 }]) {
    const { discs, reach } = project(CORNERS, turn);
    assert.ok(Math.abs(reach - 1) < 1e-12);
    for (const disc of discs) assert.ok(Math.abs(Math.hypot(disc.x, disc.y, 2 * disc.depth - 1) - 1) < 1e-12);
    for (let i = 1; i < discs.length; i++) assert.ok(discs[i]!.depth >= discs[i - 1]!.depth);
  }
});

test('a quarter turn brings the side to the front', () => {
  const { discs } = project(CORNERS, { yaw: -Math.PI / 2, pitch: 0 });
  assert.equal(discs.at(-1)?.body, 0);
});

test('contacts are pairs nearer than a distance', () => {
  assert.equal(contacts(CORNERS, 1.5).length, 12);
  assert.equal(contacts(CORNERS, 2.1).length, 15);
});
