// node build.mjs OUT: writes the drawing script and the fonts to OUT.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { widths, woff } from './fonts.mjs';
import { notices } from './licences.mjs';

const out = process.argv[2] ?? 'out';
const stix = 'node_modules/@expo-google-fonts/stix-two-text';
const faces = {
  regular: `${stix}/400Regular/STIXTwoText_400Regular.ttf`,
  italic: `${stix}/400Regular_Italic/STIXTwoText_400Regular_Italic.ttf`,
};

mkdirSync(out, { recursive: true });
const measured = {};
for (const [style, path] of Object.entries(faces)) {
  const font = readFileSync(path);
  measured[style] = widths(font);
  writeFileSync(join(out, `stix-two-text-${style}.woff`), woff(font));
  copyFileSync(path, join(out, `stix-two-text-${style}.ttf`));
}
copyFileSync(`${stix}/LICENSE_FONT`, join(out, 'stix-two-text-licence.txt'));
writeFileSync('widths.json', JSON.stringify(measured));
copyFileSync('widths.json', join(out, 'widths.json'));

// once for the JVM and the report, once as a module for the page of the laboratory
const shared = {
  entryPoints: ['figure.js'],
  write: false,
  metafile: true,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  charset: 'utf8',
  // Vega-Lite asks `vega` for five small functions; the package itself would bring maps, forests and forces along
  alias: { vega: 'vega-util' },
};
const result = await build({ ...shared, format: 'iife', globalName: 'ruggedFigure' });
const notice = notices(result.metafile);
writeFileSync(join(out, 'figure.js'), `/*!\n${notice}\n*/\n${result.outputFiles[0].text}`);
const module = await build({ ...shared, format: 'esm' });
const page = join(out, '..', 'page');
mkdirSync(page, { recursive: true });
writeFileSync(join(page, 'figure.js'), module.outputFiles[0].text);
writeFileSync(join(page, 'figure-licences.txt'), `${notice}\n`);
