// Widths of markup in the figures' own face, so that Vega's layout is the same in the JVM (which has no canvas) and in
// a browser, and so that `10^{-2}` takes the room of what is drawn and not of what is written.
import { textMetrics } from 'vega-scenegraph';
import widths from './widths.json';
import { SHIFTED_SIZE, runs } from './markup.js';

const MISSING = 0.55;

function runWidth(run) {
  const table = run.italic ? widths.italic : widths.regular;
  let sum = 0;
  for (const sign of run.text) sum += table[sign] ?? widths.regular[sign] ?? MISSING;
  return run.shift ? sum * SHIFTED_SIZE : sum;
}

export function width(text, size) {
  return runs(text).reduce((sum, run) => sum + runWidth(run), 0) * size;
}

/** Vega asks textMetrics for every width; with its own canvas or estimate it would measure the markup as written. */
export function installMetrics() {
  textMetrics.width = (item, line) => width(String(line ?? item.text ?? ''), +item.fontSize || 11);
}
