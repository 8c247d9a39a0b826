// Finding a study, setting it up, keeping its runs: the pages on which people type, in a real browser.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, compute, folder, home, LONG, remove, serve, SMALL, until, visit } from './lab.mjs';

const root = folder();
const names = readdirSync(join(home, 'studies')).map((file) => file.replace('.yaml', ''));
const text = (study) => readFileSync(join(home, 'studies', `${study}.yaml`), 'utf8');
let lab;
let small;

before(async () => {
  lab = await serve(root);
  small = await compute(lab, SMALL);
});

after(async () => {
  await browser.close();
  await lab.stop();
  remove(root);
});

const catalogue = async (query) => (await lab.ask(`catalogue?${query}`)).json();

test('counts of facets are what one gets, for random filters', async () => {
  let seed = 11;
  const next = (below) => (seed = (seed * 1664525 + 1013904223) % 4294967296) % below;
  const all = await catalogue('size=100');
  for (let i = 0; i < 12; i++) {
    const query = new URLSearchParams({ size: '100' });
    for (let k = 0; k < 2; k++) {
      const facet = all.facets[next(all.facets.length)];
      query.append(facet.facet, facet.values[next(facet.values.length)].value);
    }
    const page = await catalogue(query);
    assert.equal(page.items.length, page.total);
    const facet = page.facets[next(page.facets.length)];
    const value = facet.values[next(facet.values.length)];
    const one = new URLSearchParams(query);
    one.delete(facet.facet);
    one.append(facet.facet, value.value);
    assert.equal((await catalogue(one)).total, value.count, `${one}`);
  }
});

test('the catalogue by keyboard: search, mark, open, set up', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await page.locator('article').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('glass');
  await page.locator('mark').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.waitForURL(/open=/);
  await page.getByRole('heading', { name: 'Your runs' }).waitFor();
  await page.keyboard.press('s');
  await page.waitForURL(/setup\//);
  await page.getByRole('textbox', { name: 'the study as YAML' }).waitFor();
  await visitor.close();
});

test('none of a facet gives nothing; reset gives all again', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await page.locator('article').first().waitFor();
  await page.getByRole('button', { name: 'none of topic' }).click();
  await page.getByText('No study fits.').waitFor();
  await page.getByRole('button', { name: 'reset topic' }).click();
  await page.getByText(`${names.length} studies`, { exact: true }).waitFor();
  await visitor.close();
});

test('every bundled study opens in the set-up without a mistake, byte for byte', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  for (const name of names) {
    await visitor.go(`setup/${name}?size=quick`);
    const yaml = page.getByRole('textbox', { name: 'the study as YAML' });
    await yaml.waitFor();
    assert.equal(await yaml.inputValue(), text(name));
    await page.getByText(/\d points, /).waitFor();
    assert.equal(await page.getByText(/mistakes?: nothing can start/).count(), 0, name);
  }
  await visitor.close();
});

test('form and YAML: one value typed changes those characters alone; reload keeps it', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  const study = text('aging-pspin');
  await visitor.go('setup/aging-pspin');
  const yaml = page.getByRole('textbox', { name: 'the study as YAML' });
  const dt = page.locator('#dynamics-dt');
  await dt.fill('');
  await dt.pressSequentially('1e-3');
  assert.equal(await dt.inputValue(), '1e-3');
  assert.equal(await yaml.inputValue(), study.replace('dt: 0.02', 'dt: 1e-3'));
  const n = page.locator('#landscape-n');
  await n.fill('');
  await n.pressSequentially('64, 96, 1..3');
  assert.equal(await n.inputValue(), '64, 96, 1..3');
  const changed = study.replace('dt: 0.02', 'dt: 1e-3').replace('n: 192', 'n: [64, 96, 1..3]');
  assert.equal(await yaml.inputValue(), changed);
  await page.getByText('sweep × 5').waitFor();
  await page.getByText("rugged run aging-pspin --set dynamics.dt=1e-3 --set 'landscape.n=[64, 96, 1..3]'").waitFor();
  // the address follows the keys: the whole value, not its beginning
  await page.waitForURL(/set=landscape[^&]*1\.\.3/);
  await page.reload();
  await yaml.waitFor();
  assert.equal(await yaml.inputValue(), changed);
  await visitor.close();
});

test('the value that a size uses is the one that the form changes', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  const study = text('aging-pspin');
  await visitor.go('setup/aging-pspin?size=quick');
  const n = page.locator('#landscape-n');
  await n.waitFor();
  assert.equal(await n.inputValue(), '96');
  await n.fill('48');
  assert.equal(await page.locator('textarea').inputValue(), study.replace('landscape.n: 96', 'landscape.n: 48'));
  await visitor.close();
});

test('text that does not parse freezes the form; an edited text travels in the address', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  const study = text('aging-pspin');
  await visitor.go('setup/aging-pspin');
  const yaml = page.getByRole('textbox', { name: 'the study as YAML' });
  await yaml.fill(`${study}x: [1\n`);
  await page.getByText('The text does not parse: the form waits').waitFor();
  assert.equal(await page.locator('#landscape-n').isDisabled(), true);
  await page.waitForURL(/#y=/);
  const broken = page.url();
  const edited = study.replace('seed: 1..24', 'seed: 1..5  # few');
  await yaml.fill(edited);
  assert.equal(await page.locator('#landscape-n').isDisabled(), false);
  await page.waitForURL((url) => url.hash.startsWith('#y=') && url.href !== broken);
  await page.reload();
  await yaml.waitFor();
  await until(async () => (await yaml.inputValue()) === edited);
  await visitor.close();
});

test('what does not fit is greyed with its reason; parts come and go, comments stay', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go('setup/aging-pspin');
  const add = page.getByRole('combobox', { name: 'add to observe' });
  await add.waitFor();
  const greyed = await add.locator('option:disabled').allTextContents();
  assert.ok(greyed.some((option) => option.includes('needs')), greyed.join('; '));
  await add.selectOption('displacement');
  const yaml = page.locator('textarea');
  assert.match(await yaml.inputValue(), /observe: \[energy, multiplier, correlation, displacement\]\n# N to infinity/);
  await page.getByRole('button', { name: 'remove multiplier from observe' }).click();
  assert.match(await yaml.inputValue(), /observe: \[energy, correlation, displacement\]\n# N to infinity/);
  await visitor.close();
});

test('two tabs press Start: one run', async () => {
  const visitor = await visit(lab);
  const other = await visit(lab);
  for (const one of [visitor, other]) {
    await one.go('setup/aging-pspin?size=quick&set=landscape.n:28');
    await one.page.getByText(/24 points/).waitFor();
  }
  const before = (await (await lab.ask('runs?size=1')).json()).total;
  await Promise.all([visitor, other].map((one) => one.page.getByRole('button', { name: 'Start', exact: true }).click()));
  for (const one of [visitor, other]) await one.page.waitForURL(/run\/aging-pspin-/);
  const id = (page) => new URL(page.url()).pathname;
  assert.equal(id(visitor.page), id(other.page));
  assert.ok((await (await lab.ask('runs?size=1')).json()).total <= before + 1);
  await lab.ask(`runs/${id(visitor.page).split('/').pop()}/stop`, { method: 'POST', body: '{}' });
  await visitor.close();
  await other.close();
});

test('a note is text, a star is kept, a run goes to the trash after a question', async () => {
  const begun = await (await lab.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: LONG.replace('longer', 'doomed') }) })).json();
  await until(async () => (await (await lab.ask(`runs/${begun.id}`)).json()).item?.status === 'running');
  await lab.ask(`runs/${begun.id}/stop`, { method: 'POST', body: '{}' });
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go('runs');
  const row = page.locator(`#run-${small}`);
  await row.getByRole('button', { name: `note… to ${small}` }).click();
  await page.keyboard.type('<img src=x onerror=alert(1)> & more');
  await page.keyboard.press('Enter');
  await row.getByText('<img src=x onerror=alert(1)> & more').waitFor();
  await row.getByRole('button', { name: `star ${small}` }).click();
  await until(async () => (await (await lab.ask(`runs/${small}`)).json()).item.starred);
  await page.reload();
  await page.locator(`#run-${small}`).getByText('<img src=x').waitFor();
  await until(async () => (await (await lab.ask(`runs/${begun.id}`)).json()).item?.status === 'interrupted');
  await page.getByRole('button', { name: `resume ${begun.id}` }).waitFor();
  await page.getByRole('checkbox', { name: `tick ${begun.id}` }).check();
  await page.getByRole('button', { name: 'Trash…' }).click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await until(async () => (await page.locator(`#run-${begun.id}`).count()) === 0);
  assert.equal((await lab.ask(`runs/${begun.id}`)).status, 404);
  await page.getByRole('link', { name: 'trash' }).click();
  await page.getByRole('button', { name: `restore ${begun.id}` }).click();
  await page.getByRole('link', { name: begun.id }).waitFor();
  assert.equal((await (await lab.ask(`runs/${begun.id}`)).json()).item.status, 'interrupted');
  await visitor.go('runs?starred=1');
  await page.locator(`#run-${small}`).waitFor();
  assert.equal(await page.locator(`#run-${begun.id}`).count(), 0);
  await visitor.close();
});

test('more runs than can be told apart are refused in words, and can be taken away', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  const ids = [small, ...Array.from({ length: 20 }, (_, i) => `gone-${i}`)];
  await visitor.go(`compare?runs=${ids.join(',')}`);
  await page.getByText('21 runs; at most 20').waitFor();
  await page.getByRole('button', { name: 'Remove gone-0', exact: true }).click();
  await page.getByText('21 runs; at most 20').waitFor({ state: 'detached' });
  await visitor.close();
});

test('validation: a group is computed and its rows stand beside their references', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go('validation');
  await page.getByRole('button', { name: 'compute p2-closed-form' }).click();
  await page.locator('tbody tr').first().waitFor({ timeout: 120_000 });
  const entry = (await (await lab.ask('validation')).json()).entries.find((one) => one.name === 'p2-closed-form');
  for (const row of entry.record.rows) await page.locator(`tr[id="${row.id}"]`).waitFor();
  await visitor.close();
});
