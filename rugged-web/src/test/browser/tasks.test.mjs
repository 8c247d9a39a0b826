// The eight tasks for which people come, each by mouse with its clicks counted, and again by keyboard with no mouse at all.
// Clicks count from the opened page; typing is free.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, compute, folder, LONG, remove, rugged, serve, SMALL, tabTo, until, unvouched, visit } from './lab.mjs';

const CLUSTER = `study: cluster
about: { title: A cluster of atoms, claim: "It finds a minimum." }
landscape: { is: lennard-jones, atoms: 13 }
dynamics: l-bfgs
protocol: { is: quench, until: 200 }
observe: [energy]
seed: 1
figures:
  - { name: energy, title: Energy, y: e, x: t }
`;
const BUNDLED = 'glass-p2';
const root = folder();
let lab, bundled, small, other, cluster, halved, again, watched;

before(async () => {
  // a bundled study at its smallest size: its verdict is known
  bundled = `${BUNDLED}-done`;
  const done = rugged('run', BUNDLED, '--size', 'quick', '--out', join(root, bundled), '--quiet', '--threads', '2');
  assert.equal(done.status, 0, done.stderr);
  lab = await serve(root);
  small = await compute(lab, SMALL);
  other = await copied(small, 'small-other', { seed: 11 });
  cluster = await compute(lab, CLUSTER);
  halved = await interrupted(LONG);
  again = await copied(halved, 'longer-again', {});
});

after(async () => {
  await browser.close();
  await lab.stop();
  remove(root);
});

/** The same run under another name. */
async function copied(id, name, change) {
  cpSync(join(root, id), join(root, name), { recursive: true });
  unvouched(join(root, name));
  const manifest = join(root, name, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...change }));
  await until(async () => (await lab.ask(`runs/${name}`)).status === 200);
  return name;
}

const item = async (id) => (await (await lab.ask(`runs/${id}`)).json()).item;
const stop = (id) => lab.ask(`runs/${id}/stop`, { method: 'POST', body: '{}' });
const begin = async (yaml) => (await (await lab.ask('runs', { method: 'POST', body: JSON.stringify({ yaml }) })).json()).id;
const shown = (page) => new URL(page.url()).pathname.split('/').pop();
const row = (page, id) => page.locator(`#run-${id}`);

async function interrupted(yaml) {
  const id = await begin(yaml);
  await until(async () => ((await item(id))?.fraction ?? 0) > 0);
  await stop(id);
  await until(async () => (await item(id)).status === 'interrupted');
  return id;
}

/** One task: what is done to the opened page, and how many clicks it may take; by keyboard it takes none. */
function task(title, path, clicks, what) {
  test(title, async () => {
    const visitor = await visit(lab);
    await visitor.go(path());
    visitor.presses.mouse = visitor.presses.keys = 0;
    await what(visitor.page, visitor);
    await visitor.page.evaluate(() => 0); // what was pressed has been counted by now
    assert.equal(visitor.presses.mouse, clicks, 'clicks');
    console.log(`${title}: ${clicks} clicks, ${visitor.presses.keys} keys`);
    await visitor.close();
  });
}

/** Moves to a run of the list by j and k. */
async function walkTo(page, id) {
  await row(page, id).waitFor();
  await page.keyboard.press('j');
  for (let i = 0; i < 20; i++) {
    await until(() => page.evaluate(() => document.activeElement?.id.startsWith('run-') ?? false));
    if (await row(page, id).evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('j');
    await page.waitForTimeout(80);
  }
  throw new Error(`${id} is not reached by j`);
}

async function search(page, text) {
  await page.locator('article').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  // first of the list, as it is only once the list is that of the text
  await page.locator('article').first().getByRole('link', { name: 'Gradient flow of the spherical 2-spin model' }).waitFor();
}

async function verdict(page) {
  const words = await page.locator(`#study-${BUNDLED}`).innerText();
  // which verdict is up to the numbers of so small a run
  assert.match(words, /(agrees|differs|cannot tell) at quick size/);
  assert.match(words, /reference[\s\S]*ours/);
}

async function numbers(page) {
  await page.getByRole('heading', { name: 'Your runs' }).waitFor();
  const details = page.getByRole('complementary', { name: 'details of the study' });
  await details.getByRole('img', { name: /Figure/ }).waitFor();
  assert.match(await details.innerText(), /energy per spin at t = 1\b/i);
}

task('task 1, by mouse: the verdict of a claim after typing, its numbers and figure after one click', () => '', 1, async (page, visitor) => {
  await search(page, 'spherical 2-spin');
  await verdict(page);
  assert.equal(visitor.presses.mouse, 0);
  await page.getByRole('link', { name: 'Gradient flow of the spherical 2-spin model' }).click();
  await numbers(page);
});

task('task 1, by keyboard', () => '', 0, async (page) => {
  await search(page, 'spherical 2-spin');
  await verdict(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await numbers(page);
});

/** The run that was begun is the one that is shown; it is not computed to its end here. */
async function started(page, size) {
  await page.waitForURL(/\/run\//);
  const id = shown(page);
  const now = await until(() => item(id));
  assert.equal(now.study, BUNDLED);
  await until(async () => ['running', 'queued', 'complete'].includes((await item(id)).status));
  await stop(id);
  await until(async () => ['interrupted', 'complete', undefined].includes((await item(id))?.status));
  if (size) assert.equal((await until(() => item(id))).size, size);
  return id;
}

/** Found by its words: the catalogue has more pages than one. */
async function open(page) {
  await search(page, 'spherical 2-spin');
  await page.getByRole('link', { name: 'Gradient flow of the spherical 2-spin model' }).click();
}

task('task 2, by mouse: a bundled study at laptop size', () => '', 2, async (page) => {
  await open(page);
  await page.getByRole('button', { name: /^Run laptop · / }).click();
  await started(page);
});

task('task 2, by keyboard', () => '', 0, async (page) => {
  await search(page, 'spherical 2-spin');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.getByRole('button', { name: /^Run laptop · / }).waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Run laptop · /);
  await page.keyboard.press('Enter');
  await started(page);
});

task('task 3, by mouse: one parameter changed, its cost seen, started', () => '', 4, async (page) => {
  await open(page);
  await page.getByRole('link', { name: 'Set up…' }).click();
  const field = page.getByRole('textbox', { name: /^n\b/ }).first();
  await cost(page);
  await field.click();
  await page.keyboard.press('Control+a');
  const planned = asked(page, 24);
  await page.keyboard.type('24');
  assert.equal((await planned).status(), 200);
  assert.match(await cost(page), /points/);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  assert.match(readFileSync(join(root, await started(page), 'study.yaml'), 'utf8'), /n: 24\b/);
});

task('task 3, by keyboard', () => '', 0, async (page) => {
  await search(page, 'spherical 2-spin');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.getByRole('link', { name: 'Set up…' }).waitFor();
  await page.keyboard.press('s');
  await cost(page);
  await tabTo(page, /^n\b/);
  await page.keyboard.press('Control+a');
  const planned = asked(page, 28);
  await page.keyboard.type('28');
  assert.equal((await planned).status(), 200);
  assert.match(await cost(page), /points/);
  await page.keyboard.press('Control+Enter');
  assert.match(readFileSync(join(root, await started(page), 'study.yaml'), 'utf8'), /n: 28\b/);
});

/** The answer to what the page asks about the cost of a study in which n has been set: two costs may read the same, and one cost may read otherwise a moment later. */
const asked = (page, n) =>
  page.waitForResponse((reply) => /api\/plans$/.test(new URL(reply.url()).pathname) && new RegExp(`n(=|: )${n}\\b`).test(reply.request().postData() ?? ''));

/** What is said about points, time, memory and disk when a run could start. */
async function cost(page) {
  const words = page.locator('footer[aria-label="cost and start"] [role=status]');
  return until(async () => {
    const said = await words.innerText().catch(() => '');
    return /points/.test(said) && (await page.getByRole('button', { name: 'Start', exact: true }).isEnabled()) ? said : undefined;
  });
}

test('task 4: the title of the tab says how far a run is, without a click', async () => {
  watched = await begin(LONG.replace('seed: 1..6', 'seed: 21..60'));
  await until(async () => (await item(watched))?.status === 'running');
  const visitor = await visit(lab);
  await visitor.go(`run/${watched}`);
  await until(async () => /^\d+ % longer$/.test(await visitor.page.title()));
  assert.equal(visitor.presses.mouse + visitor.presses.keys, 0);
  await visitor.close();
  await stop(watched);
});

async function curves(page) {
  await page.locator('.drawing svg').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'residuals' }).getAttribute('aria-pressed'), 'true');
  assert.match(await page.locator('figcaption').innerText(), /χ²\/ν = [\d.]+ against chsck/);
  assert.match(await page.getByRole('region', { name: 'Findings' }).innerText(), /σ/);
}

task('task 4, by mouse: curves and residuals of a run', () => 'runs', 1, async (page) => {
  await row(page, small).getByRole('link').click();
  await curves(page);
});

task('task 4, by keyboard', () => 'runs', 0, async (page) => {
  await walkTo(page, small);
  await page.keyboard.press('Enter');
  await curves(page);
  await page.keyboard.press('l');
  await page.waitForURL(/x=lin/);
  await page.keyboard.press('t');
  await page.waitForURL(/theory=0/);
  await page.keyboard.press('e');
  await page.waitForURL(/err=0/);
});

async function pasted(page) {
  const words = await until(() => page.evaluate(() => navigator.clipboard.readText()));
  const finding = (await (await lab.ask(`runs/${small}`)).json()).findings[0];
  assert.ok(words.includes(finding.shown) && words.includes(finding.reference), words);
}

task('task 5, by mouse: a number with its error and reference', () => 'runs', 2, async (page) => {
  await row(page, small).getByRole('link').click();
  await page.getByRole('button', { name: 'Copy small.energy as text' }).click();
  await pasted(page);
});

task('task 5, by mouse: a figure for the paper', () => 'runs', 2, async (page) => {
  await row(page, small).getByRole('link').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  assert.match(readFileSync(await file.path(), 'utf8'), /^<svg/);
});

task('task 5, by keyboard', () => 'runs', 0, async (page) => {
  await walkTo(page, small);
  await page.keyboard.press('Enter');
  await page.locator('.drawing svg').first().waitFor();
  await tabTo(page, /^SVG$/);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(readFileSync(await file.path(), 'utf8'), /^<svg/);
  await tabTo(page, /^Copy small.energy as text$/);
  await page.keyboard.press('Enter');
  await pasted(page);
});

async function compared(page) {
  await page.waitForURL(/compare\?/);
  assert.deepEqual(new URL(page.url()).searchParams.get('runs').split(',').sort(), [small, other].sort());
  await page.getByRole('heading', { name: 'Parameters that differ' }).waitFor();
  await page.locator('.drawing svg').first().waitFor();
}

task('task 6, by mouse: k runs on one another in k + 1 clicks', () => 'runs', 3, async (page) => {
  for (const id of [small, other]) await page.getByRole('checkbox', { name: `tick ${id}` }).click();
  await page.getByRole('link', { name: 'Compare', exact: true }).last().click();
  await compared(page);
});

task('task 6, by keyboard', () => 'runs', 0, async (page) => {
  for (const id of [small, other]) {
    for (let i = 0; i < 20; i++) await page.keyboard.press('k');
    await walkTo(page, id);
    await page.keyboard.press('x');
  }
  await page.keyboard.press('c');
  await compared(page);
});

async function bodies(page) {
  const stage = page.getByRole('slider', { name: /13 bodies in space/ });
  await stage.waitFor();
  const dark = await stage.locator('canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length;
  });
  assert.ok(dark > 500, `${dark} pixels are drawn`);
  return stage;
}

task('task 7, by mouse: the structure of a minimum', () => 'runs', 3, async (page) => {
  await row(page, cluster).getByRole('link').click();
  await page.getByRole('link', { name: 'Landscape' }).click();
  await page.getByRole('button', { name: 'Structure' }).click();
  await bodies(page);
});

task('task 7, by keyboard', () => 'runs', 0, async (page) => {
  await walkTo(page, cluster);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Landscape' }).waitFor();
  await tabTo(page, /^Landscape$/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Structure' }).waitFor();
  await tabTo(page, /^Structure$/);
  await page.keyboard.press('Enter');
  const stage = await bodies(page);
  await tabTo(page, /bodies in space/);
  const before = await stage.getAttribute('aria-valuenow');
  await page.keyboard.press('ArrowRight');
  await until(async () => (await stage.getAttribute('aria-valuenow')) !== before);
});

async function resumed(id) {
  await until(async () => ['running', 'queued', 'complete'].includes((await item(id)).status));
  await stop(id);
}

task('task 8, by mouse: an interrupted run goes on from its row', () => 'runs', 1, async (page) => {
  await page.getByRole('button', { name: `resume ${halved}` }).click();
  await resumed(halved);
});

task('task 8, by keyboard', () => 'runs', 0, async (page) => {
  await walkTo(page, again);
  await tabTo(page, new RegExp(`^resume ${again}$`), 4);
  await page.keyboard.press('Enter');
  await resumed(again);
});

task('task 8, by mouse: a run once more, larger', () => `run/${bundled}`, 2, async (page) => {
  await page.getByRole('link', { name: 'At size laptop…' }).click();
  await cost(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await started(page, 'laptop');
});

task('task 8, by keyboard: a run once more, larger', () => `run/${bundled}`, 0, async (page) => {
  await page.getByRole('link', { name: 'At size laptop…' }).waitFor();
  await tabTo(page, /^At size laptop…$/);
  await page.keyboard.press('Enter');
  await cost(page);
  await page.keyboard.press('Control+Enter');
  await started(page, 'laptop');
});
