// The points of a run, page by page, read again when the run grew.
import { api, Problem } from '../../api/client';
import type { PointItem } from '../../api/types';

/** Shortest time between two readings, ms. */
const PAUSE = 2_000;

export class Points {
  items = $state.raw<PointItem[]>([]);
  total = $state(0);
  more = $state(false);
  problem = $state('');
  #after: number | null = null;
  #busy = false;
  #next = 0;

  /** Reads again, but not more often than a grid of cells deserves. The result forgets what still waits. */
  follow(run: string, status: string): () => void {
    const wait = Math.max(0, this.#next - Date.now());
    const waiting = setTimeout(() => {
      this.#next = Date.now() + PAUSE;
      void this.refresh(run, status);
    }, wait);
    return () => clearTimeout(waiting);
  }

  /** Reads as many as are shown already, at least one page. */
  async refresh(run: string, status: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const wanted = Math.max(1, this.items.length);
    try {
      let items: PointItem[] = [];
      let after: number | null = null;
      do {
        const page: { items: PointItem[]; total: number; after: number | null } = await api.points(run, {
          status,
          ...(after === null ? {} : { after }),
        });
        items = [...items, ...page.items];
        this.total = page.total;
        after = page.after;
      } while (after !== null && items.length < wanted);
      this.items = items;
      this.#after = after;
      this.more = after !== null;
      this.problem = '';
    } catch (why) {
      this.problem = why instanceof Problem ? why.message : String(why);
    }
    this.#busy = false;
  }

  async further(run: string, status: string): Promise<void> {
    if (this.#busy || this.#after === null) return;
    this.#busy = true;
    try {
      const page = await api.points(run, { status, after: this.#after });
      this.items = [...this.items, ...page.items];
      this.#after = page.after;
      this.more = page.after !== null;
    } catch (why) {
      this.problem = why instanceof Problem ? why.message : String(why);
    }
    this.#busy = false;
  }

  clear(): void {
    this.items = [];
    this.#after = null;
  }
}
