import { api, Problem } from '../../api/client';
import type { RunItem } from '../../api/types';
import { question } from './codec';
import type { Listing } from './codec';

const PAGE = 100;
const MOST = 500;

/** The runs of a listing as far as they have been looked at; more are fetched when the end comes into sight. */
export class Runs {
  items = $state.raw<RunItem[]>([]);
  total = $state(0);
  columns = $state.raw<string[]>([]);
  trouble = $state('');
  loaded = $state(false);
  #after: string | null = null;
  #listing: Listing | undefined;
  #asked: AbortController | undefined;
  #busy = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  /** The first runs of a listing. */
  async look(listing: Listing, size = PAGE): Promise<void> {
    this.#listing = listing;
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.#busy = true;
    try {
      const page = await api.runs({ ...question(listing), size }, asked.signal);
      if (asked.signal.aborted) return;
      this.items = page.items;
      this.total = page.total;
      this.columns = page.columns;
      this.#after = page.after;
      this.trouble = '';
      this.loaded = true;
    } catch (why) {
      if (!asked.signal.aborted) this.trouble = why instanceof Problem ? why.message : String(why);
    }
    if (!asked.signal.aborted) this.#busy = false;
  }

  /** The next runs, if there are any. */
  async more(): Promise<void> {
    if (this.#busy || this.#after === null || !this.#listing) return;
    const asked = this.#asked;
    this.#busy = true;
    try {
      const page = await api.runs({ ...question(this.#listing), size: PAGE, after: this.#after }, asked?.signal);
      if (asked !== this.#asked) return;
      const known = new Set(this.items.map((item) => item.id));
      this.items = [...this.items, ...page.items.filter((item) => !known.has(item.id))];
      this.columns = [...new Set([...this.columns, ...page.columns])];
      this.#after = page.after;
    } catch (why) {
      if (asked === this.#asked) this.trouble = why instanceof Problem ? why.message : String(why);
    } finally {
      if (asked === this.#asked) this.#busy = false;
    }
  }

  /** A run as it is now, in its place; a run that is not in the list may belong into it. */
  put(item: RunItem): void {
    if (!this.items.some((one) => one.id === item.id)) {
      this.refresh();
      return;
    }
    this.items = this.items.map((one) => (one.id === item.id ? { ...item, parameters: { ...one.parameters, ...item.parameters } } : one));
  }

  without(id: string): void {
    this.items = this.items.filter((one) => one.id !== id);
    this.total = Math.max(0, this.total - 1);
  }

  /** The list anew, soon, and once however often it is asked for. */
  refresh(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      if (this.#listing) void this.look(this.#listing, Math.min(MOST, Math.max(PAGE, this.items.length)));
    }, 500);
  }
}
