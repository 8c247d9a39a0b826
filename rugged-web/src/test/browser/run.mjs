// node run.mjs: the tests in a real browser; says so when there is none. RUGGED_SLOW=1 adds the long ones.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const chromium = [process.env.RUGGED_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!chromium) {
  console.log('browser tests: no Chromium found (RUGGED_CHROMIUM names one); nothing was tested');
  process.exit(0);
}
const SLOW = 'failures.test.mjs';
/** What measures: nothing runs beside it. */
const ALONE = 'live.test.mjs';
const here = fileURLToPath(new URL('.', import.meta.url));
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => process.env.RUGGED_SLOW || name !== SLOW);

/** Runs these files, so many at a time; each has a server and a folder of its own. */
function run(names, atATime) {
  const files = names.map((name) => join(here, name));
  const done = spawnSync(process.execPath, ['--test', '--test-reporter=spec', '--test-timeout=900000', `--test-concurrency=${atATime}`, ...files], { stdio: 'inherit' });
  return done.status ?? 1;
}

const alone = run([ALONE], 1);
const others = run(
  tests.filter((name) => name !== ALONE),
  2,
);
process.exit(alone || others);
