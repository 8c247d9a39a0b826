import type { Draft } from './draft.svelte';
import type { Field } from './fields';
import type { Path } from './source';

/** Values with which theories are solved, as the plan has them: `theory.NAME.KEY`, in a case below `cases.CASE`. */
export type Theories = Readonly<Record<string, string>>;

/**
 * What a parameter is that the study says nothing of, where that is not its default: a seed is that of the study, and a theory takes from the points beside which
 * it stands what it shares with them. Empty where the default holds.
 */
export function used(draft: Pick<Draft, 'typed'>, theories: Theories, kind: string, path: Path, name: string, field: Field): string {
  if (field.key === 'seed' && field.control === 'number' && field.shape === 'one') return draft.typed(['seed'], 'one') ?? '1';
  return kind === 'theory' ? taken(theories, path, name, field.key) : '';
}

function taken(theories: Theories, path: Path, name: string, key: string): string {
  const list = path.filter((step) => typeof step === 'string').join('.');
  const own = theories[`${list}.${name}.${key}`];
  if (own !== undefined) return own;
  // a theory that all cases share stands beside the points of each
  const ending = `.${list}.${name}.${key}`;
  const values = Object.entries(theories).flatMap(([at, value]) => (at.endsWith(ending) ? value.split(', ') : []));
  return [...new Set(values)].join(', ');
}
