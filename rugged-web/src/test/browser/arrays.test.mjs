// Recorded arrays: overlaps of replicas as an image, ordered by clustering or as recorded, read by pointer and keys; their distribution over temperature as a map; filters and samples of a machine as pictures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browser, compute, folder, remove, serve, until, visit } from './lab.mjs';

const REPLICAS = 12;
const SPINS = `study: replicas
about: { title: Replicas, claim: "They fall into groups." }
landscape: { is: sk, n: 32 }
dynamics: { is: heat-bath, temperature: 0.3 }
protocol: { is: even-times, until: 16, observations: 2 }
observe: [{ is: overlap-matrix, every: 1 }]
replicas: ${REPLICAS}
seed: 1
`;
const LADDER = `study: ladder
about: { title: Ladder, claim: "Overlaps grow as it cools." }
landscape: { is: sk, n: 32 }
dynamics: { is: tempering, move: heat-bath, temperatures: [0.5, 1, 1.5] }
protocol: { is: even-times, until: 64, observations: 2 }
observe: [{ is: overlap-distribution, first: 32, bins: 8, at: [0.5, 1, 1.5] }]
replicas: 2
seed: 1..2
`;
const MACHINE = `study: learner
about: { title: Learner, claim: "It learns digits." }
landscape: { is: rbm-learning, hidden: 9, data: { is: strokes, patterns: 200, tests: 100, normalise: none } }
dynamics: { is: contrastive-divergence }
protocol: { is: even-times, until: 4, observations: 1 }
observe: [machine-filters, { is: machine-samples, every: 1, samples: 4, sweeps: 5 }]
seed: 1
`;
const root = folder();
let lab, run, ladder;

before(async () => {
  lab = await serve(root);
  run = await compute(lab, SPINS);
  ladder = await compute(lab, LADDER);
});

after(async () => {
  await browser.close();
  await lab?.stop();
  remove(root);
});

async function order(seat) {
  const canvas = seat.page.locator('canvas[data-order]');
  await canvas.waitFor();
  return (await canvas.getAttribute('data-order')).split(',').map(Number);
}

const recorded = Array.from({ length: REPLICAS }, (_, i) => i);

test('rows stand as clustering orders them, or as they were recorded', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${run}/landscape?view=matrix`);
  const clustered = await order(seat);
  assert.deepEqual([...clustered].sort((a, b) => a - b), recorded);
  assert.notDeepEqual(clustered, recorded);
  await seat.page.getByRole('button', { name: 'ordered by clustering' }).click();
  await until(async () => JSON.stringify(await order(seat)) === JSON.stringify(recorded), 20);
  // the address brings it back
  await seat.page.reload();
  await until(async () => JSON.stringify(await order(seat)) === JSON.stringify(recorded), 20);
  await seat.close();
});

test('pairs are told by keys', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${run}/landscape?view=matrix&select=order:recorded`);
  await order(seat);
  const cursor = seat.page.getByRole('slider', { name: /from pair to pair/ });
  await cursor.press('ArrowRight');
  await seat.page.getByText(/^replicas 1 and 2: −?[\d.]+/).waitFor();
  await cursor.press('ArrowLeft');
  await seat.page.getByText('replicas 1 and 1: 1', { exact: true }).waitFor();
  await seat.close();
});

test('the distribution of overlaps is a map over temperature, at its last time first', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${ladder}/landscape?view=twotimemap&array=P_T`);
  const cursor = seat.page.getByRole('slider', { name: /Cursor/ });
  await until(async () => (await cursor.getAttribute('aria-valuetext').catch(() => ''))?.startsWith('T_k = 1, q ='), 60);
  assert.equal(await seat.page.getByRole('combobox', { name: /^of/ }).inputValue(), 'simulation: t = 64');
  await seat.close();
});

test('the view is accessible in both themes, and nothing scrolls sideways', async () => {
  for (const [dark, width] of [[false, 1280], [true, 390]]) {
    const seat = await visit(lab, { dark, width });
    await seat.go(`run/${run}/landscape?view=matrix`);
    await order(seat);
    await seat.page.evaluate(axe);
    const { violations } = await seat.page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
    assert.ok((await seat.page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    await seat.close();
  }
});

test('filters and samples of a machine are pictures, the newest first', async () => {
  const machine = await compute(lab, MACHINE);
  const seat = await visit(lab);
  await seat.go(`run/${machine}/landscape?view=pictures&array=filters`);
  await seat.page.getByRole('button', { name: 'rows as pictures of 28 × 28' }).waitFor();
  await seat.page.getByText(/^2 of 2, t = 4/).waitFor();
  await seat.page.getByLabel(/^9 rows of 784 numbers/).waitFor();
  await seat.go(`run/${machine}/landscape?view=pictures&array=samples`);
  await seat.page.getByLabel(/^4 rows of 784 numbers, largest size 1$/).waitFor();
  await seat.close();
});
