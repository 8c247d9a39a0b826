// Packings and histograms on the Landscape tab: what is drawn is what is recorded, the address brings it back, and it grows with the run.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browser, compute, folder, remove, serve, until, visit } from './lab.mjs';

const DISCS = `study: discs
about: { title: Discs, claim: "They jam." }
landscape: { is: packing, particles: 64, packing-fraction: 0.87 }
dynamics: { is: fire, longest-step: 0.1, tolerance: 1e-14 }
protocol: { is: decompress, step: -0.01, until: 1e-4, watch: steps }
observe: [contacts, particles, force-network, forces-gaps, { is: vibrations, shapes: 6 }]
seed: 1..2
figures:
  - { name: contacts, title: Contacts, y: contacts, x: t }
`;
/** The same under a slow drive, so long that one can look on. */
const DRIVEN = DISCS.replace('study: discs', 'study: driven')
  .replace('protocol: { is: decompress, step: -0.01, until: 1e-4, watch: steps }', 'protocol: { is: ramp, step: 2.5e-5, steps: 1200, watch: steps }')
  .replace(', { is: vibrations, shapes: 6 }', '')
  .replace('seed: 1..2', 'seed: 1');
const SPHERES = DISCS.replace('study: discs', 'study: spheres').replace('particles: 64, packing-fraction: 0.87', 'particles: 32, space: 3, packing-fraction: 0.68').replace('seed: 1..2', 'seed: 1');
const root = folder();
let lab, discs, spheres, point, last;

before(async () => {
  lab = await serve(root);
  discs = await compute(lab, DISCS);
  spheres = await compute(lab, SPHERES);
  const { views } = await (await lab.ask(`runs/${discs}`)).json();
  point = views.find((one) => one.name === 'particles').point;
  const { arrays } = await (await lab.ask(`runs/${discs}/moments?point=${point}`)).json();
  last = arrays.find((one) => one.name === 'particles').frames.length - 1;
});

after(async () => {
  await browser.close();
  await lab?.stop();
  remove(root);
});

/** Rows of a recorded array. */
async function rows(name, frame) {
  const buffer = await (await lab.ask(`runs/${discs}/array?point=${point}&name=${name}&frame=${frame}`)).arrayBuffer();
  const view = new DataView(buffer);
  const head = view.getUint32(0, true);
  const { shape } = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, head)));
  const width = shape.slice(1).reduce((product, extent) => product * extent, 1);
  return Array.from({ length: shape[0] }, (_, r) => Array.from({ length: width }, (_, c) => view.getFloat32(4 + head + 4 * (r * width + c), true)));
}

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

test('particles, rattlers, forces: as many as are recorded, and rattlers are hollow', async () => {
  const particles = await rows('particles', last);
  const network = await rows('force_network', last);
  const rattlers = particles.filter((row) => row[6] === 0).length;
  assert.ok(rattlers > 0 && network.length > 50, `${rattlers} rattlers, ${network.length} contacts`);
  const seat = await visit(lab);
  await seat.go(`run/${discs}/landscape?point=${point}&select=forces:0`);
  const got = await drawn(seat, (one) => one.bodies === 64);
  assert.equal(got.hollow, rattlers);
  assert.equal(got.lines, 0);
  // the middle of a particle as it is painted: hollow ones show the page, the others a colour of their own for each number of contacts
  const { middles, size } = await seat.page.locator('.stage canvas').evaluate((canvas, list) => {
    const side = canvas.clientWidth;
    const box = 2 * Math.max(...list.map((row) => row[5]));
    return { middles: box, size: side };
  }, particles);
  const side = (await rows('box', last))[0][0];
  const scale = size / (1.02 * (side + middles));
  const places = particles.map((row) => ({ contacts: row[6], x: size / 2 + scale * (row[0] - side / 2), y: size / 2 - scale * (row[1] - side / 2) }));
  const colours = await seat.page.locator('.stage canvas').evaluate((canvas, all) => {
    const sharp = canvas.width / canvas.clientWidth;
    const pen = canvas.getContext('2d');
    return all.map((one) => [...pen.getImageData(Math.round(one.x * sharp), Math.round(one.y * sharp), 1, 1).data].join(' '));
  }, places);
  const by = new Map();
  places.forEach((one, i) => by.set(one.contacts, new Set([...(by.get(one.contacts) ?? []), colours[i]])));
  assert.deepEqual([...by.get(0)], ['0 0 0 0']);
  const filled = [...by].filter(([contacts]) => contacts > 0 && contacts <= 6);
  assert.ok(filled.length >= 3);
  for (const [contacts, set] of filled) assert.equal(set.size, 1, `one colour for ${contacts} contacts: ${[...set]}`);
  assert.equal(new Set(filled.map(([, set]) => [...set][0])).size, filled.length, 'another colour for another number');
  await seat.page.getByRole('button', { name: 'forces' }).click();
  assert.equal((await drawn(seat, (one) => one.lines > 0)).lines, network.length);
  await seat.close();
});

test('a mode has its arrows; images, window, moment and mode come back with the address', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${discs}/landscape?point=${point}`);
  await drawn(seat, (one) => one.lines > 0 && one.arrows === 0 && one.copies === 1);
  await seat.page.getByLabel('Mode').selectOption({ index: 2 });
  await drawn(seat, (one) => one.arrows > 10);
  await seat.page.getByRole('button', { name: 'periodic images' }).click();
  const whole = await drawn(seat, (one) => one.copies === 9);
  await stage(seat).focus();
  for (let k = 0; k < 6; k++) await seat.page.keyboard.press('+');
  await seat.page.keyboard.press('ArrowRight');
  await drawn(seat, (one) => one.bodies < whole.bodies / 2);
  await seat.page.waitForURL(/window/);
  await seat.page.getByRole('button', { name: 'Moment before' }).click();
  await seat.page.waitForURL(new RegExp(`frame=${last - 1}`));
  const before = await drawn(seat, (one) => one.arrows > 0);
  await seat.page.waitForTimeout(600);
  const address = seat.page.url();
  await seat.page.reload();
  const after = await drawn(seat, (one) => one.arrows > 0);
  assert.deepEqual(after, await drawn(seat, (one) => one.bodies === before.bodies));
  assert.equal(seat.page.url(), address);
  assert.equal(await seat.page.getByLabel('Mode').inputValue(), '2');
  assert.equal(await seat.page.getByRole('button', { name: 'periodic images' }).getAttribute('aria-pressed'), 'true');
  await seat.page.keyboard.press('Escape');
  await seat.close();
});

test('a mode moves where motion is wanted', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${discs}/landscape?point=${point}&select=mode:1,move:1`);
  await drawn(seat, (one) => one.arrows > 0);
  const picture = () => seat.page.locator('.stage canvas').evaluate((canvas) => canvas.toDataURL());
  const first = await picture();
  await until(async () => (await picture()) !== first, 20);
  await seat.page.getByRole('button', { name: 'moving' }).click();
  await seat.page.waitForURL(/move(:|%3A)0/);
  await seat.page.waitForTimeout(300);
  const still = await picture();
  await seat.page.waitForTimeout(400);
  assert.equal(await picture(), still);
  await seat.close();
});

test('spheres turn, and what lies before the cut is not drawn', async () => {
  const seat = await visit(lab, { dark: true });
  await seat.go(`run/${spheres}/landscape?view=packing`);
  await drawn(seat, (one) => one.bodies === 32 && one.lines > 40);
  await seat.page.getByLabel('Cut plane').fill('0.5');
  await drawn(seat, (one) => one.bodies > 5 && one.bodies < 27);
  await seat.close();
});

test('values are counted by the server, moment by moment', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${discs}/landscape?view=values&array=forces`);
  await seat.page.getByRole('img', { name: 'Histogram of forces' }).waitFor();
  const { moments } = await (await lab.ask(`runs/${discs}/histogram?array=forces`)).json();
  const shown = () => seat.page.locator('.plot svg circle').count();
  await until(async () => (await shown()) === moments.at(-1).x.length, 30);
  await seat.page.getByRole('slider', { name: 'Moment' }).fill('0');
  await seat.page.waitForURL(/frame=0/);
  await until(async () => (await shown()) === moments[0].x.length, 30);
  await seat.page.reload();
  await until(async () => (await shown()) === moments[0].x.length, 30);
  await seat.page.getByRole('button', { name: 'log scales' }).click();
  await until(async () => (await shown()) === 24, 30);
  await seat.page.getByLabel('Samples').selectOption({ index: 1 });
  await seat.page.getByText('One sample: there is no error between samples.').waitFor();
  await seat.close();
});

test('a packing is followed while it is driven', async () => {
  const begun = await (await lab.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: DRIVEN }) })).json();
  const seat = await visit(lab);
  await seat.go(`run/${begun.id}/landscape`);
  const count = async () => Number(/of (\d+), t = /.exec(await seat.page.locator('main').innerText())?.[1] ?? 0);
  await until(async () => (await count()) > 1, 120);
  const first = await count();
  assert.equal((await (await lab.ask(`runs/${begun.id}`)).json()).item.status, 'running');
  // on a quick machine the page may have all of it already
  await until(async () => (await count()) > first || first === 1201, 120);
  await until(async () => (await count()) === 1201, 300);
  assert.equal((await drawn(seat, (one) => one.bodies === 64)).bodies, 64);
  await seat.close();
});

test('both views are accessible in both themes, and nothing scrolls sideways', async () => {
  for (const [dark, width] of [[false, 1280], [true, 390]]) {
    const seat = await visit(lab, { dark, width });
    for (const view of ['packing', 'values']) {
      await seat.go(`run/${discs}/landscape?view=${view}&point=${point}&select=mode:1`);
      await (view === 'packing' ? stage(seat) : seat.page.locator('.plot svg')).first().waitFor();
      await seat.page.evaluate(axe);
      const { violations } = await seat.page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
      assert.ok((await seat.page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    }
    await seat.close();
  }
});
