// The map of an energy landscape: minima and barriers of seven atoms, by mouse and by keyboard; the address brings everything back; what is damaged is said with what mends it.
import assert from 'node:assert/strict';
import { cpSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axe, browser, compute, folder, remove, serve, until, visit } from './lab.mjs';

const ATOMS = `study: seven
about: { title: Seven atoms, claim: "They have four minima." }
landscape: { is: lennard-jones, atoms: 7 }
dynamics: { is: l-bfgs, memory: 4, search: controlled, longest-step: 0.4, tolerance: 1e-6 }
protocol: { is: refine, starts: 60, repeats: 1 }
observe: [energy]
analyse: [{ is: superposition, temperatures: [0.05, 0.5] }]
seed: 1
`;
const NETWORK = `study: exclusive-or
about: { title: Exclusive or, claim: "It has minima." }
landscape: { is: network, layers: [2], activation: tanh, loss: cross-entropy, l2: 0.02, data: { is: xor, inputs: bits, labels: classes } }
dynamics: { is: l-bfgs, memory: 4, search: controlled, longest-step: 0.4, tolerance: 1e-7 }
protocol: { is: refine, starts: 40, repeats: 2, scatter: 0.5, displacement: 0.3 }
observe: [energy]
seed: 1
`;
const root = folder();
let lab, atoms, network, tree;

before(async () => {
  lab = await serve(root);
  atoms = await compute(lab, ATOMS);
  network = await compute(lab, NETWORK);
  ({ tree } = await asked(''));
});

after(async () => {
  await browser.close();
  await lab?.stop();
  remove(root);
});

const asked = async (rest) => (await lab.ask(`runs/${atoms}/landscape${rest}`)).json();
const stage = (seat) => seat.page.getByRole('application');
/** Waits until this is drawn. */
async function drawn(seat, wanted) {
  await stage(seat).waitFor();
  let got;
  await until(async () => {
    got = await stage(seat).evaluate((one) => Object.fromEntries(Object.entries(one.dataset).map(([name, value]) => [name, Number(value)])));
    return wanted(got);
  }, 60);
  return got;
}
const short = (value, digits) => String(Number(value.toPrecision(digits))).replace('-', '−');
/** Where the end of a leaf stands when all is shown. */
async function end(seat, leaf) {
  const { width, height } = await stage(seat).boundingBox();
  const joined = tree.low.at(-1);
  const high = Math.min(tree.top, joined + 0.15 * (joined - tree.least));
  const tall = high - tree.least;
  const [low, upper] = [tree.least - 0.06 * tall, high + 0.02 * tall];
  return {
    x: 62 + ((width - 70) * (tree.x[leaf] + 0.03 * tree.leaves)) / (1.06 * tree.leaves),
    y: 8 + (height - 16) * (1 - (tree.low[leaf] - low) / (upper - low)),
  };
}

test('the graph comes first, a pointer tells of a minimum, a click shows its atoms, a second one the lowest path', async () => {
  assert.deepEqual(tree.low.slice(0, 4).map((energy) => energy.toFixed(6)), ['-16.505384', '-15.935043', '-15.593211', '-15.533060']);
  const seat = await visit(lab);
  await seat.go(`run/${atoms}/landscape`);
  await drawn(seat, (one) => one.leaves === 4 && one.nodes === tree.x.length);
  await stage(seat).hover({ position: await end(seat, 3) });
  await seat.page.getByText(`minimum 3: energy ${short(tree.low[3], 7)}, order 2, found`).waitFor();
  // from the leaf to the root
  const way = [3];
  while (tree.parent[way.at(-1)] >= 0) way.push(tree.parent[way.at(-1)]);
  await drawn(seat, (one) => one.hovered === 3 && one.marked === way.length);
  await stage(seat).click({ position: await end(seat, 3) });
  await seat.page.getByRole('heading', { name: 'Minimum 3' }).waitFor();
  await seat.page.getByRole('slider', { name: '7 bodies in space' }).waitFor();
  await seat.page.waitForURL(/select=min(:|%3A)3/);
  await stage(seat).click({ position: await end(seat, 0) });
  await seat.page.waitForURL(/to(:|%3A)0/);
  const path = await asked('/path?from=3&to=0');
  assert.ok(Math.abs(path.barrier + 15.283421) < 1e-5);
  await seat.page.getByRole('img', { name: `Energy along the lowest path from minimum 3 to minimum 0 over ${path.steps} transition states, the highest at ${short(path.barrier, 5)}` }).waitFor();
  await seat.page.getByText(`${short(path.up, 5)} above 3 and ${short(path.down, 5)} above 0`).waitFor();
  await seat.page.getByRole('heading', { name: 'Minimum 0' }).waitFor();
  const address = seat.page.url();
  await seat.page.reload();
  await seat.page.getByRole('img', { name: 'Energy along the lowest path from minimum 3 to minimum 0' }).waitFor();
  assert.equal(seat.page.url(), address);
  await seat.close();
});

test('the same without a mouse, and as a table', async () => {
  const seat = await visit(lab, { dark: true });
  await seat.go(`run/${atoms}/landscape`);
  await drawn(seat, (one) => one.leaves === 4);
  await stage(seat).focus();
  await seat.page.keyboard.press('ArrowRight');
  await seat.page.getByText(/^minimum 0: energy −16\.50538, order 20, found \d+ times, the lowest/).waitFor();
  await seat.page.keyboard.press('Enter');
  await seat.page.getByRole('heading', { name: 'Minimum 0' }).waitFor();
  await seat.page.keyboard.press('ArrowLeft');
  await drawn(seat, (one) => one.hovered === 1);
  await seat.page.keyboard.press('Enter');
  await seat.page.getByRole('img', { name: /from minimum 0 to minimum 1 over 1 transition state,/ }).waitFor();
  for (let k = 0; k < 4; k++) await seat.page.keyboard.press('+');
  await seat.page.waitForURL(/window/);
  await seat.page.keyboard.press('0');
  await until(() => !seat.page.url().includes('window'), 20);
  await seat.page.getByText('Table of the 4 lowest of 4 minima drawn').click();
  await seat.page.getByRole('row', { name: '2 −15.593211 6' }).getByRole('button').press('Enter');
  await seat.page.getByRole('heading', { name: 'Minimum 2' }).waitFor();
  await seat.close();
});

test('a rectangle and the wheel look closer, a double click shows all again', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${atoms}/landscape`);
  await drawn(seat, (one) => one.nodes === tree.x.length);
  const box = await stage(seat).boundingBox();
  const there = await end(seat, 0);
  await seat.page.mouse.move(box.x + there.x - 40, box.y + there.y - 60);
  await seat.page.mouse.down();
  await seat.page.mouse.move(box.x + there.x, box.y + there.y - 20);
  await seat.page.mouse.move(box.x + there.x + 40, box.y + there.y - 5);
  await seat.page.mouse.up();
  const near = await drawn(seat, (one) => one.nodes < tree.x.length);
  await seat.page.waitForURL(/window/);
  await seat.page.reload();
  await drawn(seat, (one) => one.nodes === near.nodes);
  await stage(seat).dblclick({ position: { x: 300, y: 60 } });
  await drawn(seat, (one) => one.nodes === tree.x.length);
  await until(() => !seat.page.url().includes('window'), 20);
  await seat.page.mouse.wheel(0, -800);
  await seat.page.waitForURL(/window/);
  await seat.page.getByRole('button', { name: 'whole graph' }).click();
  await drawn(seat, (one) => one.nodes === tree.x.length);
  await seat.close();
});

test('colours, temperature and energy cut are asked of the server', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${atoms}/landscape`);
  const capacity = await asked('/capacity');
  assert.ok(Math.abs(capacity.peak - 0.186) < 1e-3 && Math.abs(capacity.height - 19.226) < 1e-3);
  await seat.page.getByText(`Peak at T = ${short(capacity.peak, 4)}, C = ${short(capacity.height, 4)}`).waitFor();
  await seat.page.getByRole('img', { name: 'Heat capacity against temperature' }).waitFor();
  await seat.page.getByLabel('Colour by').selectOption('occupation');
  await seat.page.getByLabel('T', { exact: true }).fill('0.2');
  await seat.page.getByLabel('T', { exact: true }).press('Enter');
  await seat.page.waitForURL(/T(:|%3A)0\.2/);
  const warm = await asked('?colour=occupation&T=0.2');
  const least = Math.min(...warm.tree.colour.slice(0, 4));
  await seat.page.getByRole('img', { name: `Colours from ${short(least, 4)} to 0.6028` }).waitFor();
  await seat.page.getByText('At T = 0.2').waitFor();
  await seat.page.getByLabel('Highest energy').fill('-15.3');
  await seat.page.getByLabel('Highest energy').press('Enter');
  await drawn(seat, (one) => one.leaves === 3);
  await seat.page.getByText('1 minimum that no transition state below the top joins to what is drawn is left out.').waitFor();
  await seat.page.waitForURL(/top(:|%3A)-15\.3/);
  await seat.page.reload();
  await drawn(seat, (one) => one.leaves === 3);
  await seat.page.getByRole('button', { name: 'lone minima' }).click();
  await drawn(seat, (one) => one.leaves === 4);
  await seat.page.getByLabel('Highest energy').fill('-99');
  await seat.page.getByLabel('Highest energy').press('Enter');
  await seat.page.getByRole('alert').getByText('every minimum lies above the top').waitFor();
  await seat.page.getByRole('button', { name: 'without the cut' }).click();
  await drawn(seat, (one) => one.leaves === 4);
  await seat.close();
});

test('of a network the weights are shown', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${network}/landscape?select=min:0`);
  await seat.page.getByRole('img', { name: /^Network of 2, 2, 2 units; the largest weight is \d/ }).waitFor();
  await drawn(seat, (one) => one.leaves >= 3);
  await seat.close();
});

test('a damaged database is named, with the command that makes it again', async () => {
  // damaged before it is there: the laboratory looks at what it finds at once
  const aside = `${root}-torn`;
  cpSync(join(root, atoms), aside, { recursive: true });
  writeFileSync(join(aside, 'library.db'), 'no database');
  renameSync(aside, join(root, 'torn'));
  await until(async () => (await lab.ask('runs/torn')).status === 200, 60);
  const seat = await visit(lab);
  await seat.go('run/torn/landscape?view=tree');
  await seat.page.getByRole('alert').getByText(/library\.db is cut: .*rugged resume /).waitFor();
  await seat.close();
});

test('the view is accessible in both themes, and nothing scrolls sideways', async () => {
  for (const [dark, width] of [[false, 1280], [true, 390]]) {
    const seat = await visit(lab, { dark, width });
    for (const run of [atoms, network]) {
      await seat.go(`run/${run}/landscape?select=min:0,to:1`);
      await seat.page.getByRole('img', { name: 'Energy along the lowest path' }).waitFor();
      await seat.page.getByRole('img', { name: 'Heat capacity against temperature' }).waitFor();
      await seat.page.evaluate(axe);
      const { violations } = await seat.page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
      assert.ok((await seat.page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    }
    await seat.close();
  }
});
