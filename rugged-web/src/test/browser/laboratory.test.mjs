// What people do on the page, in a real browser.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axe, browser, compute, folder, LONG, multiply, remove, rugged, serve, settled, SMALL, until, visit } from './lab.mjs';

const root = folder();
const whole = folder();
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
  remove(whole);
});

const PAGES = ['', '?open=aging-pspin', 'setup/aging-pspin?size=quick', 'runs', 'compare', 'validation', 'machine', 'trash'];
const pages = () => [...PAGES, `run/${small}`, `run/${small}/landscape`, `compare?runs=${small}`];

test('tasks 2 and 3: a study is set up with one change, its cost is said, and it starts; starting twice is starting once', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go('setup/aging-pspin?size=quick');
  const field = page.getByRole('textbox', { name: /^n\b/ }).first();
  await field.fill('24');
  // the cost is that of the changed study once its command says so
  await page.getByText(/--set landscape.n=24\b/).waitFor();
  await page.getByText(/24 points/).waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/run\/aging-pspin-/);
  const id = new URL(page.url()).pathname.split('/').pop();
  const again = await lab.ask('runs', { method: 'POST', body: JSON.stringify({ study: 'aging-pspin', size: 'quick', set: ['landscape.n=24'] }) });
  assert.equal(again.status, 200);
  assert.equal((await again.json()).id, id);
  const study = readFileSync(join(root, id, 'study.yaml'), 'utf8');
  assert.match(study, /n: 24/);
  await lab.ask(`runs/${id}/stop`, { method: 'POST', body: '{}' });
  await visitor.close();
});

test('all mistakes of a study are shown at once, at their fields and lines', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go('setup/aging-pspin?size=quick');
  await page.getByRole('textbox', { name: /^n\b/ }).first().fill('-3');
  await page.getByRole('textbox', { name: /^dt\b/ }).first().fill('0');
  await page.getByText(/2 mistakes: nothing can start/).waitFor();
  await until(() => page.getByRole('button', { name: 'Start', exact: true }).isDisabled());
  await page.getByRole('textbox', { name: /^n\b/ }).first().fill('32');
  await page.getByRole('textbox', { name: /^dt\b/ }).first().fill('2e-2');
  await page.getByText(/24 points/).waitFor();
  assert.equal(await page.getByRole('textbox', { name: /^dt\b/ }).first().inputValue(), '2e-2');
  await visitor.close();
});

test('tasks 4 and 5: a run is followed while it is at work, its numbers are those of the summary', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go(`run/${small}`);
  await page.locator('svg, canvas').first().waitFor();
  const findings = JSON.parse(readFileSync(join(root, small, 'summary.json'), 'utf8')).findings;
  const shown = JSON.parse(rugged('show', join(root, small), '--json').stdout).findings;
  assert.equal(shown[0].value, findings[0].value);
  const finding = (await (await lab.ask(`runs/${small}`)).json()).findings[0];
  assert.equal(finding.value, findings[0].value);
  assert.equal(finding.error, findings[0].error);
  await page.getByText(finding.shown.split('(')[0].replace('-', '')).first().waitFor();
  await visitor.close();
});

test('task 8: stopped and resumed from the page, the bits are those of an uninterrupted run', async () => {
  const whole = await uninterrupted();
  const visitor = await visit(lab);
  const { page } = visitor;
  const begun = await (await lab.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: LONG }) })).json();
  await visitor.go(`run/${begun.id}`);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await until(async () => (await (await lab.ask(`runs/${begun.id}`)).json()).item.status === 'complete');
  assert.deepEqual(observations(join(root, begun.id)), observations(whole));
  await visitor.close();
});

test('a server that is killed loses nothing: restarted, the run is resumed to the same bits', async () => {
  const other = folder();
  const whole = await uninterrupted();
  const first = await serve(other);
  const begun = await (await first.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: LONG }) })).json();
  const visitor = await visit(first);
  await visitor.go(`run/${begun.id}`);
  const waiting = await (await first.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: SMALL }) })).json();
  await until(async () => ((await (await first.ask(`runs/${begun.id}`)).json()).item?.fraction ?? 0) > 0.05);
  await first.kill();
  await visitor.page.getByText(/cannot be reached|connection was lost/).first().waitFor();
  await visitor.close();
  const second = await serve(other);
  assert.equal(second.key, first.key, 'the bookmark still opens');
  await until(async () => (await (await second.ask(`runs/${begun.id}`)).json()).item?.status === 'interrupted');
  const back = await visit(second);
  // what was accepted and had not begun is there as well
  await back.go(`run/${waiting.id}`);
  await back.page.getByText(/not begun yet/).first().waitFor();
  await back.page.getByRole('button', { name: 'Resume' }).waitFor();
  await back.go(`run/${begun.id}`);
  await back.page.getByRole('button', { name: 'Resume' }).click();
  await until(async () => (await (await second.ask(`runs/${begun.id}`)).json()).item.status === 'complete');
  assert.deepEqual(observations(join(other, begun.id)), observations(whole));
  await back.close();
  await second.stop();
  remove(other);
});

test('a run of a terminal appears by itself', async () => {
  const visitor = await visit(lab);
  await visitor.go('runs');
  const place = folder();
  const yaml = await written(place, SMALL.replace('study: small', 'study: terminal'));
  assert.equal(rugged('run', yaml, '--out', join(root, 'from-a-terminal'), '--quiet').status, 0);
  await visitor.page.locator('#run-from-a-terminal').waitFor();
  remove(place);
  await visitor.close();
});

test('facets count what one gets, filters are in the address and the back button undoes them', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  const facet = page.getByRole('checkbox', { name: /^glassy dynamics/ }).first();
  await facet.waitFor();
  const all = await (await lab.ask('catalogue?size=1')).json();
  const expected = await (await lab.ask('catalogue?topic=glassy%20dynamics')).json();
  await facet.check();
  await page.waitForURL(/topic=/);
  await page.getByText(new RegExp(`\\b${expected.total} of ${all.total}|\\b${expected.total} studies`)).first().waitFor();
  await page.reload();
  assert.equal(await page.getByRole('checkbox', { name: /^glassy dynamics/ }).first().isChecked(), true);
  await visitor.close();
});

test('the address is the state: a figure opens again as it was left', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go(`run/${small}`);
  await page.locator('svg').first().waitFor();
  await page.getByRole('button', { name: 'log x' }).click();
  await page.waitForURL(/x=lin/);
  const address = page.url();
  await page.goto(address);
  await page.locator('svg').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'log x' }).getAttribute('aria-pressed'), 'false');
  await visitor.close();
});

test('every page, large: nothing serious for a screen reader in both themes, nothing scrolls sideways at 1920 and 1280 pixels', async () => {
  const wrong = [];
  const visitor = await visit(lab);
  const { page } = visitor;
  for (const path of pages()) {
    await page.setViewportSize({ width: 1280, height: 844 });
    await visitor.go(path);
    await settled(page);
    wrong.push(...(await sideways(page, path, 1280)));
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      const serious = found.violations.filter((one) => ['serious', 'critical'].includes(one.impact));
      wrong.push(...serious.map((one) => `${path} ${colorScheme} ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1920, height: 844 });
    await settled(page);
    wrong.push(...(await sideways(page, path, 1920)));
  }
  assert.deepEqual(wrong, []);
  await visitor.close();
});

test('every page, small: nothing scrolls sideways at 390 pixels and at 200 %', async () => {
  const wrong = [];
  for (const [width, height] of [
    [390, 844],
    [640, 430],
  ]) {
    const visitor = await visit(lab, { width, height });
    for (const path of pages()) {
      await visitor.go(path);
      await settled(visitor.page);
      wrong.push(...(await sideways(visitor.page, path, width)));
    }
    await visitor.close();
  }
  assert.deepEqual(wrong, []);
});

async function sideways(page, path, width) {
  const reach = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.documentElement.scrollWidth)))));
  return reach > width ? [`${path} at ${width}: ${reach}`] : [];
}

test('the focus goes through every page in order, is seen and is never hidden', async () => {
  const wrong = [];
  const visitor = await visit(lab);
  const { page } = visitor;
  for (const path of pages()) {
    await visitor.go(path);
    await settled(page);
    await page.evaluate(() => (globalThis.before = document.documentElement));
    for (let presses = 0; presses < 45; presses++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(inFocus);
      if (found === undefined) break;
      if (found !== '') wrong.push(`${path} after ${presses + 1}: ${found}`);
    }
  }
  assert.deepEqual(wrong, []);
  await visitor.close();
});

/** What is wrong with what is in focus, in the page: empty when nothing is, undefined when the page has been left. */
function inFocus() {
  const on = document.activeElement;
  // after the last comes the first again where no browser stands around the page
  if (!on || on === document.body || (on.matches('.skip') && !globalThis.before.contains(on))) return undefined;
  const name = (on.getAttribute('aria-label') || on.textContent || on.id).trim().slice(0, 40);
  const follows = globalThis.before.compareDocumentPosition(on) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
  globalThis.before = on;
  if (!follows) return `${name} stands before what was in focus`;
  const style = getComputedStyle(on);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) return `${name} does not look as if it were in focus`;
  const box = on.getBoundingClientRect();
  const inside = [box.left + 2, box.left + box.width / 2, box.right - 2].flatMap((x) => [box.top + 2, box.top + box.height / 2, box.bottom - 2].map((y) => [x, y]));
  const seen = inside.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (on.contains(top) || top.contains(on) || [...(on.labels ?? [])].some((label) => label.contains(top)));
  });
  return seen ? '' : `${name} is hidden at ${Math.round(box.left)}, ${Math.round(box.top)}, ${Math.round(box.width)} × ${Math.round(box.height)}`;
}

test('at 200 % everything can still be done', async () => {
  const visitor = await visit(lab, { width: 640, height: 430 });
  const { page } = visitor;
  // a value of which no test makes a run
  await visitor.go('setup/aging-pspin?size=quick');
  await page.getByRole('textbox', { name: /^n\b/ }).first().fill('26');
  await page.getByText(/--set landscape.n=26\b/).waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click({ trial: true });
  await visitor.go('runs');
  await page.getByRole('checkbox', { name: `tick ${small}` }).click();
  await page.getByRole('link', { name: 'Compare', exact: true }).last().click();
  await page.waitForURL(/compare\?/);
  await page.locator('.drawing svg').first().waitFor();
  await visitor.close();
});

test('ten thousand runs: a page of fifty in time, and nothing loaded that is not shown', async () => {
  const crowd = folder();
  multiply(join(root, small), crowd, 10_000);
  const large = await serve(crowd);
  await until(async () => (await large.ask('runs?size=1')).status === 200);
  const times = [];
  for (let i = 0; i < 9; i++) {
    const begun = performance.now();
    const page = await (await large.ask('runs?size=50&sort=seconds&q=small')).json();
    times.push(performance.now() - begun);
    assert.equal(page.items.length, 50);
    assert.ok(page.total >= 10_000);
  }
  const median = times.sort((a, b) => a - b)[4];
  console.log(`10 000 runs: a sorted and filtered page of 50 in ${median.toFixed(0)} ms (budget 30)`);
  const visitor = await visit(large);
  await visitor.go('runs');
  await visitor.page.locator('tbody tr[id^=run-]').first().waitFor();
  assert.ok((await visitor.page.locator('tbody tr[id^=run-]').count()) < 200);
  await visitor.close();
  await large.stop();
  remove(crowd);
});

test('offline: the report needs no other host; a page that asked one would have failed its test', async () => {
  const visitor = await visit(lab);
  const report = await visitor.context.newPage();
  const asked = [];
  report.on('request', (request) => asked.push(request.url()));
  await report.goto(`file://${join(root, small, 'report.html')}`);
  await report.locator('svg').first().waitFor();
  assert.deepEqual(asked.filter((url) => /^https?:/.test(url)), []);
  await visitor.close();
});

test('keys: a list of them, a palette that goes anywhere', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL(/runs$/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /page, study or run/ }).fill('valid');
  await page.getByRole('listbox', { name: 'found' }).getByRole('option', { name: /Validation/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/validation/);
  await visitor.close();
});

/** The long study computed in one go, in a terminal; once for all who compare with it. */
async function uninterrupted() {
  if (!existsSync(join(whole, 'run'))) {
    const done = rugged('run', await written(whole, LONG), '--out', join(whole, 'run'), '--quiet', '--threads', '2');
    assert.equal(done.status, 0, done.stderr);
  }
  return join(whole, 'run');
}

async function written(place, yaml) {
  const { writeFileSync } = await import('node:fs');
  const file = join(place, 'study.yaml');
  writeFileSync(file, yaml);
  return file;
}

function observations(run) {
  assert.ok(existsSync(join(run, 'points')), run);
  return readdirSync(join(run, 'points'))
    .sort()
    .map((point) => readFileSync(join(run, 'points', point, 'observations.tsv'), 'utf8'));
}
