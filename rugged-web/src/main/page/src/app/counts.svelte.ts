// How many runs are being computed and how many wait, for the header of every page.
import { api } from '../api/client';
import { live } from './live.svelte';

class Counts {
  running = $state(0);
  queued = $state(0);
  #waiting: ReturnType<typeof setTimeout> | undefined;

  follow(): void {
    live.follow('runs', () => {
      this.#waiting ??= setTimeout(() => void this.#read(), 500);
    });
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#waiting = undefined;
    const page = await api.runs({ size: 1 }).catch(() => undefined);
    if (!page) return;
    this.running = page.running;
    this.queued = page.queued;
  }
}

export const counts = new Counts();
