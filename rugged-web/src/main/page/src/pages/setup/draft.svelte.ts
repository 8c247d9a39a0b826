import { effective } from './sizes';
import { pathOf, startsWith } from './places';
import { read, textAt } from './source';
import type { Path } from './source';
import { appendAt, removeAt, setAt } from './splice';
import { typedOf, yamlOf } from './value';
import type { Shape } from './value';

function put(text: string, path: Path, yaml: string): string {
  return yaml === '' ? removeAt(text, path) : setAt(text, path, yaml);
}

/**
 * The study that is being set up. While only single values differ from the study that it began as, the changes are kept as settings, as `--set` takes them; once
 * the text was edited, or a part changed, the text is all there is.
 */
export class Draft {
  original = $state('');
  text = $state('');
  size = $state('laptop');
  set = $state.raw<[string, string][]>([]);
  edited = $state(false);
  source = $derived(read(this.text));
  frozen = $derived(this.source.mistakes.length > 0);

  begin(original: string, size: string, set: [string, string][]): void {
    this.original = original;
    this.size = size;
    this.set = set;
    this.edited = false;
    this.#apply();
  }

  /** Takes a text as somebody wrote it. */
  write(text: string): void {
    this.text = text;
    this.edited = text !== this.original;
    if (!this.edited) this.set = [];
  }

  resize(size: string): void {
    this.size = size;
    if (!this.edited) this.#apply();
  }

  reset(): void {
    this.set = [];
    this.edited = false;
    this.#apply();
  }

  /** Where the value of a parameter stands that this size uses. */
  place(path: Path): Path {
    return effective(this.source, this.size, path);
  }

  /** The characters of a parameter as they are typed; undefined where the study says nothing of it. */
  typed(path: Path, shape: Shape): string | undefined {
    const there = textAt(this.source, this.place(path));
    return there === undefined || there === '' ? undefined : typedOf(there, shape);
  }

  /** Sets a parameter; no characters take it away, and its default holds. */
  change(path: Path, typed: string, shape: Shape): void {
    if (this.frozen) return;
    const yaml = typed.trim() === '' ? '' : yamlOf(typed, shape);
    if (this.edited) {
      this.text = put(this.text, this.place(path), yaml);
      return;
    }
    const name = path.join('.');
    const first = read(this.original);
    const before = textAt(first, effective(first, this.size, path)) ?? '';
    const others = this.set.filter(([one]) => one !== name);
    this.set = yaml === before ? others : [...others, [name, yaml]];
    this.#apply();
  }

  /** Another spec in a section: parameters that both know stay. */
  choose(path: Path, name: string, known: readonly string[], present: readonly string[]): void {
    let text = this.text;
    for (const key of present) if (key !== 'is' && !known.includes(key)) text = removeAt(text, [...path, key]);
    const whole = read(text);
    const is = textAt(whole, [...path, 'is']);
    this.#edit(setAt(text, is === undefined ? path : [...path, 'is'], yamlOf(name, 'one')));
  }

  add(path: Path, name: string): void {
    this.#edit(appendAt(this.text, path, yamlOf(name, 'one')));
  }

  remove(path: Path): void {
    this.#edit(removeAt(this.text, path));
  }

  #edit(text: string): void {
    this.text = text;
    this.edited = true;
  }

  #apply(): void {
    let text = this.original;
    for (const [name, yaml] of this.set) {
      const source = read(text);
      const path = pathOf(source, name);
      if (!startsWith(path, ['sizes'])) text = put(text, effective(source, this.size, path), yaml);
    }
    this.text = text;
  }
}
