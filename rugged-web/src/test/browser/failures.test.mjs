// When things fail, and when things stand in between: full and read-only disks, lost streams, restarted servers, many tabs,
// a proxy with a path of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer, request } from 'node:http';
import { createServer as listener } from 'node:net';
import { readFileSync, readdirSync, rmSync, statfsSync as statfs, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, compute, folder, LONG, remove, rugged, serve, SMALL, until, visit } from './lab.mjs';

const root = folder();
let lab, small;

before(async () => {
  lab = await serve(root);
  small = await compute(lab, SMALL);
});

after(async () => {
  await browser.close();
  await lab.stop();
  remove(root);
});

async function freePort() {
  const probe = listener();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A reverse proxy that shows a laboratory below a path; it can be cut off and says what it was asked for. */
async function proxy(port, base, target) {
  const asked = [];
  const open = new Set();
  let cut = false;
  const server = createServer((incoming, reply) => {
    asked.push({ url: incoming.url, time: performance.now() });
    if (cut || !incoming.url.startsWith(base)) return void incoming.socket.destroy();
    const onward = request({ host: '127.0.0.1', port: target, path: incoming.url.slice(base.length - 1), method: incoming.method, headers: { ...incoming.headers, 'x-forwarded-host': 'evil.example' } }, (answer) => {
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
      answer.on('error', () => reply.destroy());
    });
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    asked,
    cut: (now) => {
      cut = now;
      if (now) for (const socket of open) socket.destroy();
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

test('behind a proxy with a path of its own: pages, figures, live runs, downloads; a cut stream comes back and all is asked anew', async () => {
  const place = folder();
  const [front, back] = [await freePort(), await freePort()];
  const between = await proxy(front, '/physics/lab/', back);
  const own = await serve(place, '--port', String(back), '--public-url', `http://127.0.0.1:${front}/physics/lab`, '--behind-proxy');
  assert.equal(own.url, `http://127.0.0.1:${front}/physics/lab/`);
  const run = await compute(own, SMALL);
  const visitor = await visit(own);
  const { page } = visitor;
  for (const path of ['', 'runs', 'validation', 'machine', `compare?runs=${run}`, 'setup/aging-pspin?size=quick', `run/${run}`]) {
    await visitor.go(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    assert.ok(page.url().startsWith(own.url));
  }
  await page.locator('.drawing svg').first().waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  assert.match(readFileSync(await file.path(), 'utf8'), /^<svg/);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL(`${own.url}runs`);
  const next = await compute(own, SMALL.replace('seed: 1..3', 'seed: 4..5'));
  await page.locator(`#run-${next}`).getByText('complete').waitFor();
  assert.deepEqual(between.asked.filter((one) => !one.url.startsWith('/physics/lab/')).map((one) => one.url), []);

  between.cut(true);
  const from = between.asked.length;
  await page.getByRole('alert').getByText(/trying again/).waitFor();
  const unseen = await spawned(place);
  const tries = () => between.asked.slice(from).filter((one) => one.url.includes('/api/events'));
  await until(() => tries().length >= 3);
  const [a, b, c] = tries().map((one) => one.time);
  assert.ok(c - b > 1.5 * (b - a), `tries ${Math.round(b - a)} and ${Math.round(c - b)} ms apart`);
  assert.equal(await page.locator(`#run-${next}`).count(), 1, 'what was there stays to be seen');
  between.cut(false);
  await page.locator(`#run-${unseen}`).getByText('complete').waitFor();
  await until(async () => (await page.getByRole('alert').count()) === 0);
  await visitor.close();
  between.close();
  await own.stop();
  remove(place);
});

/** A run of a terminal, while the page sees nothing. */
async function spawned(place) {
  const yaml = join(place, 'unseen.yaml');
  writeFileSync(yaml, SMALL.replace('study: small', 'study: unseen'));
  assert.equal(rugged('run', yaml, '--out', join(place, 'unseen'), '--quiet').status, 0);
  return 'unseen';
}

test('a server that is started anew on its port: the open page goes on by itself', async () => {
  const place = folder();
  const port = String(await freePort());
  const first = await serve(place, '--port', port);
  const run = await compute(first, SMALL);
  const visitor = await visit(first);
  const { page } = visitor;
  await visitor.go('runs');
  await page.locator(`#run-${run}`).waitFor();
  await first.kill();
  await page.getByRole('alert').getByText(/last state \d+ s ago; trying again/).waitFor();
  await spawned(place);
  const second = await serve(place, '--port', port);
  await page.locator('#run-unseen').getByText('complete').waitFor();
  await until(async () => (await page.getByRole('alert').count()) === 0);
  await visitor.close();
  await second.stop();
  remove(place);
});

test('eight tabs: none hangs, none takes the stream of another over and over; a hidden one gives it back', async () => {
  const visitor = await visit(lab);
  const streams = [];
  visitor.context.on('request', (request) => /\/api\/events/.test(request.url()) && streams.push(request));
  const tabs = [visitor.page];
  while (tabs.length < 8) tabs.push(await visitor.context.newPage());
  for (const tab of tabs.slice(1)) await tab.clock.install();
  for (const tab of tabs) {
    await tab.goto(`${lab.url}run/${small}`);
    await tab.locator('.drawing svg').first().waitFor();
  }
  const before = streams.length;
  await tabs[0].waitForTimeout(4000);
  assert.ok(streams.length - before <= 2, `${streams.length - before} more streams within 4 s`);
  for (const tab of tabs) {
    assert.equal(await tab.getByRole('alert').count(), 0);
    await tab.getByRole('link', { name: 'Findings' }).click();
    await tab.getByRole('region', { name: 'Findings' }).waitFor();
  }
  const last = tabs.at(-1);
  const live = await until(() => streams.findLast((one) => one.frame().page() === last));
  let ended = false;
  last.on('requestfailed', (request) => (ended ||= request === live));
  await last.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await last.clock.fastForward(6000);
  await until(() => ended);
  const asked = last.waitForRequest(/\/api\/runs/);
  await last.clock.fastForward(16_000);
  await asked;
  await visitor.close();
});

/** What puts a program on a small or a read-only disk without touching this machine: a name space of its own. */
function disk(place, mount) {
  return ['unshare', '-rm', 'sh', '-c', `${mount} && exec "$@"`, 'sh'];
}
const MOUNTS = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt'], { stdio: 'ignore' }).status === 0;
const NO_MOUNTS = MOUNTS ? false : 'this machine lets nobody mount';

test('a full disk: nothing starts that does not fit, a run stops as failed and says what it needs, the page goes on', { skip: NO_MOUNTS }, async () => {
  const place = folder();
  const own = await serve(place, { through: disk(place, `mount -t tmpfs -o size=24m tmpfs ${place}`) });
  const inside = `/proc/${own.pid}/root${place}`;
  const fill = (free) => {
    rmSync(join(inside, 'filler'), { force: true });
    const { bavail, bsize } = statfs(inside);
    writeFileSync(join(inside, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)));
  };
  const run = await compute(own, SMALL);
  const visitor = await visit(own);
  const { page } = visitor;

  const begun = await (await own.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: LONG }) })).json();
  const state = async () => (await (await own.ask(`runs/${begun.id}`)).json()).item;
  await until(async () => ((await state())?.fraction ?? 0) > 0);
  await visitor.go(`run/${begun.id}`);
  fill(0);
  await until(async () => (await state()).status === 'failed');
  const { reason } = await state();
  assert.match(reason, /cannot write .*[Nn]o space left on device; the whole run needs [\d.]+ \w+ of disk, [\d.]+ \w+ are free/);
  await page.getByText('No space left on device').first().waitFor();

  const refused = await own.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: SMALL.replace('seed: 1..3', 'seed: 7') }) });
  assert.equal(refused.status, 507);
  assert.match((await refused.json()).title, /needs .* of disk and twice that has to be free/);
  const noted = await own.ask(`runs/${run}`, { method: 'PATCH', headers: { 'If-Match': '*' }, body: JSON.stringify({ note: 'x'.repeat(1900) }) });
  assert.equal(noted.status, 507);
  for (const path of ['', 'runs', `run/${run}`, `run/${begun.id}/log`, `compare?runs=${run}`, 'machine']) {
    await visitor.go(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  await visitor.go(`run/${run}`);
  await page.locator('.drawing svg').first().waitFor();

  fill(20 << 20);
  await visitor.go(`run/${begun.id}`);
  await page.getByRole('button', { name: 'Resume' }).click();
  await until(async () => (await state()).status === 'complete');
  const whole = folder();
  writeFileSync(join(whole, 'study.yaml'), LONG);
  assert.equal(rugged('run', join(whole, 'study.yaml'), '--out', join(whole, 'run'), '--quiet').status, 0);
  assert.deepEqual(observations(join(inside, begun.id)), observations(join(whole, 'run')));
  await visitor.close();
  await own.stop();
  remove(place);
  remove(whole);
});

test('a disk that cannot be written: everything can be looked at, nothing starts', { skip: NO_MOUNTS }, async () => {
  const place = folder();
  writeFileSync(join(place, 'study.yaml'), SMALL);
  assert.equal(rugged('run', join(place, 'study.yaml'), '--out', join(place, 'done'), '--quiet').status, 0);
  const own = await serve(place, { through: disk(place, `mount --bind ${place} ${place} && mount -o remount,ro,bind ${place}`) });
  await until(async () => (await own.ask('runs/done')).status === 200);
  const refused = await own.ask('runs', { method: 'POST', body: JSON.stringify({ yaml: SMALL.replace('seed: 1..3', 'seed: 7') }) });
  assert.equal(refused.status, 507);
  assert.match((await refused.json()).title, /cannot write .*[Rr]ead-only file system/);
  const visitor = await visit(own);
  for (const path of ['runs', 'run/done/findings', 'machine', 'run/done']) {
    await visitor.go(path);
    await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  await visitor.page.locator('.drawing svg').first().waitFor();
  assert.equal((await own.ask('runs/done', { method: 'PATCH', headers: { 'If-Match': '*' }, body: JSON.stringify({ note: 'no' }) })).status, 507);
  assert.equal((await own.ask('runs/done', { method: 'DELETE', headers: { 'If-Match': '*' } })).status, 507);
  await visitor.close();
  await own.stop();
  remove(place);
});

function observations(run) {
  return readdirSync(join(run, 'points'))
    .sort()
    .map((point) => readFileSync(join(run, 'points', point, 'observations.tsv'), 'utf8'));
}
