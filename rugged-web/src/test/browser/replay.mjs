// Runs at work without their work: folders of any size, and a process that writes one as a run would.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home, unvouched } from './lab.mjs';

const FIGURES = `figures:
  - { name: energy, title: Energy per spin, y: e, x: t }
  - { name: late, title: The same on a logarithmic axis, y: e, x: t, x-scale: log }
  - { name: multiplier, title: Multiplier, y: mu, x: t }
  - { name: correlation, title: Correlation, y: C, x: t - tw, curves: tw, curves-label: "t_{w}" }
  - { name: all, title: All of them, page: [energy, late, multiplier, correlation] }
findings:
  - { id: four.energy, text: energy at the end, quantity: e, at: { t: 2000 }, within: 0.5 }
`;

/** What all runs here are made of: its own figures would only cost time. */
export const BARE = `study: bare
landscape: { is: pspin, n: 16, mixture: 3 }
dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }
protocol: { is: waiting-times, tw: [1, 2, 4, 8], first-lag: 0.1, until: 12, per-decade: 4 }
observe: [energy, multiplier, correlation]
seed: 1..3
`;

/** A number between 0 and 1 that is the same at every run. */
function noise(i) {
  const x = Math.sin(12.9898 * i) * 43758.5453;
  return x - Math.floor(x);
}

/** Lines of a run with so many times. */
function lines(times, seed) {
  const out = [];
  for (let k = 1; k <= times; k++) {
    const scatter = (i) => 0.02 * (noise(i + 7919 * seed) - 0.5);
    out.push(`e\t0\t${-1 + Math.exp((-5 * k) / times) + scatter(k)}\t0.01\t${k}.0`, `mu\t0\t${1.5 + scatter(2 * k)}\t0.01\t${k}.0`);
    if (k % 4 === 0)
      for (const tw of [1, 2, 4, 8]) out.push(`C\t0\t${Math.exp(-k / times) + scatter(3 * k + tw)}\t0.01\t${k + tw}.0\t${tw}.0`);
  }
  return `${out.join('\n')}\n`;
}

/** A complete run made of a bare one: with figures, and other observations, given point by point. */
export function made(root, id, name, observations) {
  cpSync(join(root, id), join(root, name), { recursive: true });
  unvouched(join(root, name));
  const study = join(root, name, 'study.yaml');
  writeFileSync(study, readFileSync(study, 'utf8').replace(/^figures: *\[\]\n|^findings: *\[\]\n/gm, '').replace(/\n*$/, `\n${FIGURES}`));
  readdirSync(join(root, name, 'points'))
    .sort()
    .forEach((point, k) => {
      rmSync(join(root, name, 'points', point, 'checkpoint'), { force: true });
      writeFileSync(join(root, name, 'points', point, 'observations.tsv'), observations(k));
    });
  return name;
}

/** A run whose four figures have so many points each. */
export function madeFour(root, id, name, points) {
  return made(root, id, name, (k) => lines(points, k + 1));
}

/** A run with one long series: values of e at so many times. */
export function madeLong(root, id, name, samples) {
  const text = () => {
    const out = [];
    for (let i = 1; i <= samples; i++) out.push(`e\t0\t${-1 + 0.3 * Math.exp((-3 * i) / samples) + 0.1 * (noise(i) - 0.5)}\t0.05\t${i}.0`);
    return `${out.join('\n')}\n`;
  };
  return made(root, id, name, (k) => (k === 0 ? text() : ''));
}

/** A run with values of C at so many ages, and as many times after each. */
export function madeMap(root, id, name, side) {
  const text = () => {
    const out = [];
    for (let i = 1; i <= side; i++) for (let j = 1; j <= side; j++) out.push(`C\t0\t${Math.exp(-j / i)}\tNaN\t${side + j}.0\t${i}.0`);
    return `${out.join('\n')}\n`;
  };
  return made(root, id, name, (k) => (k === 0 ? text() : ''));
}

/** A Java of this program's release. */
export function java() {
  const found = [process.env.RUGGED_JAVA_HOME, process.env.JAVA_HOME, ...readdirs('/usr/lib/jvm')].filter(Boolean).map((folder) => join(folder, 'bin', 'java'));
  const fit = found.filter(existsSync).filter((file) => /VERSION="(2[5-9]|[3-9]\d)/.test(release(file)));
  if (fit.length === 0) throw new Error('no JDK 25 found: JAVA_HOME names one');
  return fit[0];
}

function readdirs(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function release(file) {
  const text = join(dirname(file), '..', 'release');
  return existsSync(text) ? readFileSync(text, 'utf8') : '';
}

/**
 * Plays a run once more under another name: a part at once, the rest from go() on over so many seconds. steps holds the time at which each step was written;
 * ended fulfils when the run has.
 */
export function replay(root, id, name, { first, seconds, rate }) {
  const source = join(home, 'rugged-web/src/test/browser/Replay.java');
  const words = [source, join(root, id), join(root, name), first, seconds, rate].map(String);
  const process = spawn(java(), words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const steps = [];
  let rest = '';
  process.stdout.on('data', (text) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    steps.push(...parts.map(Number));
  });
  const ended = new Promise((resolve) => process.on('exit', resolve));
  return {
    id: name,
    steps,
    ended,
    go: () => process.stdin.write('\n'),
    stop: async () => {
      process.kill('SIGKILL');
      await ended;
    },
  };
}
