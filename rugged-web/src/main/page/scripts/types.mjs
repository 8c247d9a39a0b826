// node scripts/types.mjs [--check]: writes src/api/types.ts from src/api/api.schema.json, or fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';

const place = new URL('../src/api/', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('api.schema.json', place), 'utf8'));

function type(node) {
  if (node.$ref) return node.$ref.split('/').pop();
  if (node.anyOf) return node.anyOf.map(type).join(' | ');
  if (node.type === 'array') {
    const item = type(node.items);
    return item.includes('|') ? `(${item})[]` : `${item}[]`;
  }
  if (node.type === 'object' && node.additionalProperties) return `Record<string, ${type(node.additionalProperties)}>`;
  if (node.type === 'integer' || node.type === 'number') return 'number';
  if (node.type === 'string' || node.type === 'boolean' || node.type === 'null') return node.type;
  return 'unknown';
}

const blocks = Object.entries(schema.$defs).map(([name, definition]) => {
  const fields = Object.entries(definition.properties).map(([key, node]) => `  ${key}: ${type(node)};`);
  return `export interface ${name} {\n${fields.join('\n')}\n}`;
});
const text = `// Written by scripts/types.mjs from api.schema.json, which a test writes from the records of the server.\n\n${blocks.join('\n\n')}\n`;
const file = new URL('types.ts', place);
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('src/api/types.ts is stale: node scripts/types.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
