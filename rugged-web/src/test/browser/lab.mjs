// A laboratory on a folder of its own and a real browser before it. Any console error, any refusal by the page's policy and
// any request to another host fails the test in which it happens.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
const packages = createRequire(join(home, 'rugged-web/target/page/package.json'));
const { chromium } = packages('playwright-core');
export const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS =
  '--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** A study of a second or two. */
export const SMALL = `study: small
about:
  title: A small glass
  claim: "Its energy relaxes, and so does C(t, t_{w})."
  topics: [relaxation]
landscape: { is: pspin, n: 24, mixture: 3 }   # as small as it gets
dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }
protocol: { is: waiting-times, tw: [1, 4], first-lag: 0.1, until: 12, per-decade: 6 }
observe: [energy, multiplier, correlation]
theory: [chsck]
seed: 1..3
figures:
  - { name: energy, title: Energy per spin, y: e, x: t, x-scale: log }
  - { name: correlation, title: "Correlation between t_{w} and t", y: C, x: t - tw, x-scale: log, curves: tw, curves-label: "t_{w}" }
findings:
  - { id: small.energy, text: energy at t = 12, quantity: e, at: { t: 12 }, within: 0.2, bias: 0.2, theory: chsck }
`;

/** The same, so long that one can stop it. */
export const LONG = SMALL.replace('study: small', 'study: longer')
  .replace('n: 24', 'n: 64')
  .replace('until: 12', 'until: 120')
  .replace('seed: 1..3', 'seed: 1..6');

/** The program under test. */
const program = process.env.RUGGED_PROGRAM ?? join(home, 'rugged');

/** Runs the program in a terminal, without the server. */
export function rugged(...words) {
  const done = spawnSync(program, words, { encoding: 'utf8' });
  if (done.error) throw done.error;
  return done;
}

export function folder() {
  return mkdtempSync(join(tmpdir(), 'rugged-browser-'));
}

/** Starts the server; stop() ends it as Ctrl-C would, kill() as a power cut would. A command `through` which it is started may be given. */
export async function serve(root, ...rest) {
  const { through = [] } = rest.find((one) => typeof one === 'object') ?? {};
  const words = rest.filter((one) => typeof one === 'string');
  const port = words.includes('--port') ? [] : ['--port', '0'];
  const [command, ...line] = [...through, program, 'serve', '--root', root, ...port, ...words];
  const process = spawn(command, line, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  process.stderr.on('data', (text) => (said += text));
  const address = await new Promise((resolve, reject) => {
    let out = '';
    process.stdout.on('data', (text) => {
      out += text;
      const found = /^(http:\S+)#k=([0-9a-f]{64})$/m.exec(out);
      const looking = /^to look only: \S+#k=([0-9a-f]{64})$/m.exec(out)?.[1];
      if (found && (looking || !words.includes('--read-only'))) resolve({ url: found[1], key: found[2], looking });
    });
    process.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  const ended = new Promise((resolve) => process.on('exit', resolve));
  return {
    ...address,
    root,
    pid: process.pid,
    ask: (path, options = {}) => answered(process, `${address.url}api/${path}`, {
      ...options,
      headers: { Authorization: `Bearer ${address.key}`, ...(options.body ? { 'Content-Type': 'application/json' } : {}), ...options.headers },
    }),
    stop: async () => {
      process.kill('SIGINT');
      await ended;
    },
    kill: async () => {
      process.kill('SIGKILL');
      await ended;
    },
  };
}

/** An answer. A request that has none after a minute is asked once more, and what the threads of the server do is printed: all that are asked here may be asked twice. */
async function answered(server, url, options) {
  if (options.signal) return fetch(url, options);
  try {
    return await fetch(url, { ...options, signal: AbortSignal.timeout(60_000) });
  } catch (failure) {
    if (failure.name !== 'TimeoutError') throw failure;
    console.log(`no answer in a minute: ${options.method ?? 'GET'} ${url}`);
    server.stdout.on('data', (text) => console.log(String(text)));
    server.kill('SIGQUIT');
    return fetch(url, options);
  }
}

/** A browser; further flags may be given. */
export function launch(...flags) {
  return chromium.launch({ executablePath: executable(), args: [...FLAGS.split(' '), ...flags] });
}

export const browser = await launch();

export function executable() {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.RUGGED_CHROMIUM ?? ''].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error('no Chromium found');
  return found;
}

/** A fresh browser profile on the laboratory, with the key. */
export async function visit(lab, { width = 1280, height = 860, dark = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.setDefaultTimeout(120_000);
  const presses = await counting(context);
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => {
    const text = message.text();
    // a browser reports every refused or unreachable request itself; the tests look at what the page makes of it
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) wrong.push(text);
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:'].includes(url.protocol) && url.origin !== new URL(lab.url).origin) wrong.push(`request to ${url.origin}`);
  });
  await page.goto(`${lab.url}#k=${lab.key}`);
  await page.getByRole('navigation', { name: 'Pages', exact: true }).or(page.getByRole('button', { name: 'Menu' })).first().waitFor();
  return {
    page,
    context,
    wrong,
    presses,
    go: async (path) => {
      await page.goto(lab.url + path);
    },
    close: async () => {
      await context.close();
      if (wrong.length > 0) throw new Error(`the page complained:\n${wrong.join('\n')}`);
    },
  };
}

/** Counts what is really pressed, mouse buttons and keys, as the page itself sees it. */
async function counting(context) {
  const presses = { mouse: 0, keys: 0 };
  await context.exposeBinding('pressed', (_, what) => void presses[what]++);
  await context.addInitScript(() => {
    addEventListener('pointerdown', (event) => event.isTrusted && globalThis.pressed('mouse'), true);
    addEventListener('keydown', (event) => event.isTrusted && globalThis.pressed('keys'), true);
  });
  return presses;
}

/** Presses Tab until what is in focus has such a name; says after how many. */
export async function tabTo(page, name, most = 90) {
  const seen = [];
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const on = document.activeElement;
      return (on?.getAttribute('aria-label') || on?.labels?.[0]?.textContent || on?.textContent || '').trim().slice(0, 80);
    });
    if (name.test(focused)) return presses;
    seen.push(focused);
  }
  throw new Error(`${name} is not reached by Tab: ${seen.join(' | ')}`);
}

/** Makes a run one of a version without checksums, so that a test may write into it what it likes. */
export function unvouched(run) {
  for (const name of ['manifest.json', 'progress.json']) {
    const file = join(run, name);
    const { format, sum, ...said } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(said));
  }
  rmSync(join(run, 'checksums.json'), { force: true });
}

/** Many run folders made of one: same results, other names, seeds and times. */
export function multiply(from, root, count) {
  const { format, sum, ...manifest } = JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8'));
  for (let i = 0; i < count; i++) {
    const to = join(root, `made-${String(i).padStart(5, '0')}`);
    mkdirSync(to, { recursive: true });
    for (const file of ['plan.json', 'study.yaml', 'summary.json', 'progress.json', 'quantities.json']) linkSync(join(from, file), join(to, file));
    const start = new Date(Date.parse(manifest.start) - 1000 * i).toISOString();
    writeFileSync(join(to, 'manifest.json'), JSON.stringify({ ...manifest, seed: i + 1, start, seconds: 1 + (i % 97) }));
  }
}

export function remove(path) {
  rmSync(path, { recursive: true, force: true });
}

/** Waits for a state; how long is no matter of the test, so a loaded machine is given time. */
export async function until(what, seconds = 300) {
  const limit = Date.now() + 1000 * seconds;
  for (;;) {
    const got = await what();
    if (got) return got;
    if (Date.now() > limit) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Waits until a page has read and drawn what it shows. */
export async function settled(page) {
  await page.getByRole('main').getByRole('heading').first().waitFor();
  const quiet = () => page.evaluate(() => ![...document.querySelectorAll('main [role=status]')].some((one) => /^(reading|drawing)/.test(one.innerText.trim())));
  // what has just been asked for may not say so yet
  let calm = 0;
  await until(async () => (calm = (await quiet()) ? calm + 1 : 0) >= 2);
}

/** Posts a study and waits for its end. */
export async function compute(lab, yaml, status = 'complete') {
  const begun = await (await lab.ask('runs', { method: 'POST', body: JSON.stringify({ yaml }) })).json();
  if (!begun.id) throw new Error(JSON.stringify(begun));
  await until(async () => (await (await lab.ask(`runs/${begun.id}`)).json()).item?.status === status, 300);
  return begun.id;
}
