import type { Shape } from './value';

/** What the JSON Schema of `describe` says of one parameter. */
export interface Property {
  description?: string;
  type?: string;
  enum?: readonly string[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  items?: Property;
  properties?: Record<string, Property>;
  'x-symbol'?: string;
  'x-unit'?: string;
  'x-reason'?: string;
  'x-kind'?: string;
  'x-sweep'?: boolean;
  'x-infinite'?: boolean;
}

export type Control = 'number' | 'text' | 'choice' | 'flag' | 'spec' | 'block';

/** One parameter as a row of the form. */
export interface Field {
  key: string;
  control: Control;
  shape: Shape;
  symbol: string;
  unit: string;
  about: string;
  allowed: string;
  usual: string;
  reason: string;
  options: readonly string[];
  sweeps: boolean;
  /** kind of the specs that fit, for a spec inside a spec */
  kind: string;
  inner: Field[];
}

export function fieldsOf(properties: Record<string, Property> | undefined): Field[] {
  return Object.entries(properties ?? {}).flatMap(([key, property]) => (key === 'is' ? [] : [fieldOf(key, property)]));
}

function fieldOf(key: string, property: Property): Field {
  const list = property.type === 'array';
  const value = list ? (property.items ?? {}) : property;
  return {
    key,
    control: controlOf(value),
    shape: list ? 'list' : 'one',
    symbol: property['x-symbol'] ?? '',
    unit: property['x-unit'] ?? '',
    about: property.description ?? '',
    allowed: allowedOf(value, property['x-infinite'] === true || value['x-infinite'] === true),
    usual: written(property.default, list),
    reason: property['x-reason'] ?? '',
    options: value.enum ?? (value.type === 'boolean' ? ['true', 'false'] : []),
    sweeps: property['x-sweep'] === true,
    kind: value['x-kind'] ?? '',
    inner: value.properties ? fieldsOf(value.properties) : [],
  };
}

function controlOf(property: Property): Control {
  if (property['x-kind'] !== undefined) return 'spec';
  if (property.enum) return 'choice';
  if (property.type === 'boolean') return 'flag';
  if (property.properties) return 'block';
  return property.type === 'integer' || property.type === 'number' ? 'number' : 'text';
}

/** The range in the words of a physicist: `2..65536`, `> 0`. */
function allowedOf(property: Property, infinite: boolean): string {
  const { minimum, exclusiveMinimum, maximum } = property;
  const also = infinite ? ' or inf' : '';
  if (minimum !== undefined && maximum !== undefined) return `${spelt(minimum)}..${spelt(maximum)}${also}`;
  if (exclusiveMinimum !== undefined && maximum !== undefined)
    return `> ${spelt(exclusiveMinimum)}, ≤ ${spelt(maximum)}${also}`;
  if (exclusiveMinimum !== undefined) return `> ${spelt(exclusiveMinimum)}${also}`;
  if (minimum !== undefined) return `≥ ${spelt(minimum)}${also}`;
  if (maximum !== undefined) return `≤ ${spelt(maximum)}${also}`;
  return infinite ? 'or inf' : '';
}

function spelt(value: number): string {
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-4) ? value.toExponential().replace('e+', 'e') : String(value);
}

function written(value: unknown, list: boolean): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const inner = value.map((item) => written(item, false)).join(', ');
    return list ? inner : `[${inner}]`;
  }
  if (typeof value === 'number') return spelt(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
