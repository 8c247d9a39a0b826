// node scripts/test.mjs: every src/**/*.test.ts, bundled and run by node --test.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const files = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.test.ts')).map((name) => join('src', name));
const out = '.tests';
rmSync(out, { recursive: true, force: true });
for (const file of files) {
  const bundle = await rolldown({ input: file, platform: 'node', external: /^node:/, logLevel: 'warn' });
  await bundle.write({ file: join(out, file.replaceAll('/', '-').replace(/\.ts$/, '.mjs')), format: 'esm', codeSplitting: false });
  await bundle.close();
}
const run = spawnSync(process.execPath, ['--test', `--test-concurrency=${availableParallelism()}`, '--test-reporter=spec', out], { encoding: 'utf8' });
rmSync(out, { recursive: true, force: true });
if (run.status !== 0) console.error(run.stdout + run.stderr);
else console.log(`page: ${/tests (\d+)/.exec(run.stdout)?.[1] ?? 'all'} tests pass`);
process.exit(run.status ?? 1);
