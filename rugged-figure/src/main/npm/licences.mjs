// The licences of what is bundled ask to travel with it: gathered once each, for the head of the script.
import { readFileSync, readdirSync } from 'node:fs';

const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)/;

function licence(name) {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry));
  return file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : null;
}

export function notices(metafile) {
  const bundled = Object.values(metafile.outputs)[0].inputs;
  const names = [...new Set(Object.keys(bundled).map((path) => PACKAGE.exec(path)?.[1]).filter(Boolean))].sort();
  const byText = new Map();
  // some of Vega's packages carry no file of their own; they are Vega's, under Vega's licence
  const vega = licence('vega-view');
  for (const name of names) {
    const text = licence(name) ?? (name.startsWith('vega') ? vega : null);
    if (!text) throw new Error(`no licence found for ${name}`);
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return [...byText].map(([text, of]) => `${of.join(', ')}:\n${text}`).join('\n\n').replaceAll('*/', '* /');
}
