// node scripts/budget.mjs DIST: fails when a part of the page is larger than its budget (gzip, kB).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const shell = readFileSync(join(dist, 'index.html'), 'utf8');
const sizes = new Map();
for (const name of readdirSync(join(dist, 'assets'))) {
  if (name.endsWith('.js')) sizes.set(name, gzipSync(readFileSync(join(dist, 'assets', name))).length / 1000);
}
const first = new Set([...shell.matchAll(/assets\/[\w.-]+\.js/g)].map((found) => found[0].slice('assets/'.length)));
for (const name of sizes.keys()) if (/^Catalogue-/.test(name)) first.add(name);
// what those bring along before anything is shown
for (const name of first) {
  const text = readFileSync(join(dist, 'assets', name), 'utf8');
  for (const found of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) first.add(found[1]);
}
const sum = [...first].reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
const budgets = [['shell and catalogue', sum, 60]];
for (const [name, size] of sizes) if (!first.has(name)) budgets.push([name, size, /^drawing-/.test(name) ? 310 : 145]);
let good = true;
for (const [name, size, most] of budgets) {
  if (size > most) {
    console.error(`${name}: ${size.toFixed(1)} kB, budget ${most} kB`);
    good = false;
  }
}
console.log(`page: shell and catalogue ${sum.toFixed(1)} kB of 60, gzip`);
if (!good) process.exit(1);
