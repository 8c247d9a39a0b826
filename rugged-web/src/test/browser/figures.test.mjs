// The page of a run, comparison and landscape: what is drawn, said, saved and linked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browser, compute, folder, remove, serve, SMALL, until, visit } from './lab.mjs';

let root, lab, run, other;

before(async () => {
  root = folder();
  lab = await serve(root, '--read-only');
  run = await compute(lab, SMALL);
  other = await compute(lab, SMALL.replace('seed: 1..3', 'seed: 11..13'));
});

after(async () => {
  await lab?.stop();
  await browser.close();
  remove(root);
});

async function figure(seat, path) {
  await seat.go(path);
  await seat.page.locator('.drawing svg').first().waitFor();
}

async function specification(query) {
  return (await lab.ask(`runs/${run}/figures/${query}`)).json();
}

test('keys change the figure and the address, and the address brings it back', async () => {
  const seat = await visit(lab);
  await figure(seat, `run/${run}?fig=energy`);
  await seat.page.keyboard.press('l');
  await seat.page.waitForURL(/x=lin/);
  await seat.page.keyboard.press('t');
  await seat.page.waitForURL(/theory=0/);
  await until(async () => !/chsck/.test(await seat.page.locator('figcaption').innerText()));
  await seat.page.reload();
  await seat.page.locator('.drawing svg').waitFor();
  assert.equal(await seat.page.getByRole('button', { name: 'log x' }).getAttribute('aria-pressed'), 'false');
  assert.equal(await seat.page.getByRole('button', { name: 'theory' }).getAttribute('aria-pressed'), 'false');
  await seat.close();
});

test('residuals are those of the specification, said in words too', async () => {
  const drawn = await specification('energy.vl.json?residual=1&width=600');
  const [said] = Object.values(drawn.usermeta.rugged.residuals);
  const errors = new Map(drawn.datasets.simulation.map((row) => [row.x, row]));
  for (const row of drawn.datasets.residuals) {
    const ours = errors.get(row.x);
    assert.ok(Math.abs(row.y - (ours.y - row.theory) / ours.error) < 1e-9);
  }
  const mean = drawn.datasets.residuals.reduce((sum, row) => sum + row.y ** 2, 0) / drawn.datasets.residuals.length;
  assert.ok(Math.abs(mean - said.meanSquare) < 1e-9 * mean);
  const seat = await visit(lab);
  await figure(seat, `run/${run}?fig=energy`);
  assert.match(await seat.page.locator('figcaption').innerText(), /χ²\/ν = [\d.]+ against chsck/);
  await seat.close();
});

test('what is saved carries the numbers that are drawn', async () => {
  const seat = await visit(lab);
  await figure(seat, `run/${run}?fig=energy`);
  const save = async (name) => {
    await seat.page.locator('details.save > summary').click();
    const [file] = await Promise.all([seat.page.waitForEvent('download'), seat.page.getByRole('button', { name, exact: true }).click()]);
    return readFileSync(await file.path());
  };
  const drawn = JSON.parse((await save('Vega-Lite (vl.json)')).toString('utf8'));
  const rows = (await save('CSV of what is drawn')).toString('utf8').trim().split('\r\n');
  const columns = rows[0].split(',');
  const wanted = [...drawn.datasets.simulation, ...drawn.datasets.theory];
  assert.equal(rows.length - 1, wanted.length);
  wanted.forEach((row, i) => {
    const cells = rows[i + 1].split(',');
    for (const name of ['x', 'y']) assert.equal(Number(cells[columns.indexOf(name)]), row[name]);
  });
  assert.match((await save('SVG')).toString('utf8'), /^<svg[\s\S]*simulation/);
  assert.equal((await save('PDF')).subarray(0, 4).toString(), '%PDF');
  assert.equal((await save('PNG')).subarray(1, 4).toString(), 'PNG');
  await seat.close();
});

test('who may only look fetches figures, files and the whole run, and finds nothing that would change it', async () => {
  const seat = await visit({ ...lab, key: lab.looking });
  const { page } = seat;
  await figure(seat, `run/${run}?fig=energy`);
  const fetched = async (button) => {
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return readFileSync(await file.path());
  };
  assert.match((await fetched(page.getByRole('button', { name: 'SVG', exact: true }))).toString('utf8'), /^<svg[\s\S]*simulation/);
  for (const name of ['Resume', 'Stop', 'Trash…']) assert.equal(await page.getByRole('button', { name }).count(), 0, name);
  await seat.go(`run/${run}/provenance`);
  const study = await fetched(page.getByRole('button', { name: 'study.yaml', exact: true }).first());
  assert.match(study.toString('utf8'), /^study: small/);
  await seat.go('setup/aging-pspin?size=quick');
  await page.getByRole('textbox', { name: 'the study as YAML' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Start', exact: true }).count(), 0);
  await seat.close();
});

test('an address of nothing says so and leads on', async () => {
  const seat = await visit(lab);
  const { page } = seat;
  for (const [path, title] of [
    ['nowhere/at/all', 'There is no page /nowhere/at/all'],
    ['run/of-nobody', 'There is no run of-nobody'],
    ['run/of-nobody/landscape', 'There is no run of-nobody'],
    ['setup/of-nobody', 'There is no study of-nobody'],
  ]) {
    await seat.go(path);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  await page.getByRole('link', { name: 'Catalogue', exact: true }).last().click();
  await page.locator('article').first().waitFor();
  await seat.close();
});

test('a mark tells its numbers', async () => {
  const seat = await visit(lab);
  await figure(seat, `run/${run}?fig=energy&residual=0`);
  const drawn = await specification('energy.vl.json');
  const mark = seat.page.locator('.drawing svg .mark-symbol path').nth(8);
  await mark.click({ force: true });
  const said = await seat.page.locator('.picked').innerText();
  assert.ok(drawn.datasets.simulation.some((row) => said.includes(String(row.y)) && said.includes(String(row.error))), said);
  await seat.close();
});

test('figures are laid out for their room, never scaled', async () => {
  for (const width of [390, 1280]) {
    const seat = await visit(lab, { width, dark: width === 390 });
    await figure(seat, `run/${run}?fig=correlation`);
    const sizes = await seat.page.locator('.drawing svg text').evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
    assert.ok(Math.min(...sizes) >= 10, `${Math.min(...sizes)} px at ${width}`);
    const box = await seat.page.locator('.drawing svg').boundingBox();
    assert.ok(box.x + box.width <= width);
    await seat.close();
  }
});

test('the cursor of a two-time map stands on measured values', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${run}/landscape?view=twotimemap`);
  await seat.page.getByLabel('Quantity').selectOption('C');
  const cursor = seat.page.getByRole('slider', { name: /Cursor/ });
  await until(async () => (await cursor.getAttribute('aria-valuetext').catch(() => '')).startsWith('tw'));
  await cursor.focus();
  await seat.page.keyboard.press('ArrowRight');
  await seat.page.waitForURL(/select=/);
  const said = await cursor.getAttribute('aria-valuetext');
  const series = await (await lab.ask(`runs/${run}/series?quantity=C&x=t`)).json();
  const values = series.curves.flatMap((curve) => curve.y);
  assert.ok(values.includes(Number(/value (\S+)/.exec(said)[1])), said);
  await seat.close();
});

test('the stored state is drawn, number by number', async () => {
  const seat = await visit(lab);
  await seat.go(`run/${run}/landscape?view=weights`);
  await until(async () => /24 numbers/.test(await seat.page.locator('main').innerText()));
  const canvas = seat.page.locator('canvas');
  assert.match(await canvas.getAttribute('aria-label'), /rows of 5 numbers/);
  await seat.close();
});

test('differences of runs are those of their numbers, in standard errors', async () => {
  const reply = await (await lab.ask(`compare?runs=${run},${other}&q=e&diff=${run}&in=sigma`)).json();
  assert.ok(reply.rows.length > 5);
  for (const row of reply.rows) {
    assert.ok(Math.abs(row.difference - (row.value - row.base)) < 1e-12);
    if (row.sigmas !== null) assert.ok(Math.abs(row.sigmas - row.difference / row.error) < 1e-9);
  }
  const drawn = reply.difference.datasets.simulation.map((row) => row.y);
  const sigmas = new Set(reply.rows.map((row) => row.sigmas));
  for (const y of drawn) assert.ok(sigmas.has(y));
  const seat = await visit(lab);
  await figure(seat, `compare?runs=${run},${other}&q=e`);
  assert.match(await seat.page.locator('main').innerText(), /χ²\/ν/);
  await seat.page.getByRole('button', { name: 'in σ' }).click();
  await seat.page.waitForURL(/sigma=0/);
  await seat.close();
});
