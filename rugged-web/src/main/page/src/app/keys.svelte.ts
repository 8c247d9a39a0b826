// Keyboard: every page says which keys it knows; the list under ? is made of them.

export interface Binding {
  /** One key, or two pressed after one another: "/", "g r", "Escape". */
  keys: string;
  does: string;
  run: () => void;
}

const STORED = 'rugged.single-keys';
/** What Enter presses by itself. */
const PRESSED = 'a[href], button, summary';

class Keys {
  bindings = $state.raw<Binding[]>([]);
  // not reactive: an effect that adds must not depend on what others add
  #all: Binding[] = [];
  /** Single letters can be switched off for those whose speech input types them. */
  letters = $state(localStorage.getItem(STORED) !== 'off');
  #first = '';

  /** Adds bindings for as long as a page is shown; the result removes them. Call it from an $effect. */
  use(added: Binding[]): () => void {
    this.#set([...this.#all, ...added]);
    return () => {
      this.#set(this.#all.filter((one) => !added.includes(one)));
    };
  }

  #set(all: Binding[]): void {
    this.#all = all;
    this.bindings = all;
  }

  setLetters(on: boolean): void {
    this.letters = on;
    localStorage.setItem(STORED, on ? 'on' : 'off');
  }

  handle = (event: KeyboardEvent): void => {
    const typing = event.target instanceof Element && event.target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
    const name = event.ctrlKey || event.metaKey ? `Ctrl ${event.key.toUpperCase()}` : event.key;
    if (event.altKey || (typing && name !== 'Escape' && !name.startsWith('Ctrl'))) return;
    if (name === 'Enter' && event.target instanceof Element && event.target.matches(PRESSED)) return;
    const sequence = this.#first ? `${this.#first} ${name}` : name;
    const found =
      this.bindings.findLast((one) => one.keys === sequence) ?? this.bindings.findLast((one) => one.keys === name);
    this.#first = '';
    if (!found) {
      if (name === 'g' && this.letters) this.#first = 'g';
      return;
    }
    if (found.keys.length === 1 && /[a-z]/i.test(found.keys) && !this.letters) return;
    event.preventDefault();
    found.run();
  };
}

export const keys = new Keys();
