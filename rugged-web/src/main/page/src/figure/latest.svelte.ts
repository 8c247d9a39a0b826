// The newest answer to a question that is asked again and again: one request in flight, the last question wins.
import { Problem } from '../api/client';

export class Latest<T> {
  value = $state.raw<T>();
  /** Why there is no newer answer; empty while there is none to report. */
  problem = $state('');
  busy = $state(false);
  #key = '';
  #abort: AbortController | undefined;
  #again: ((signal: AbortSignal) => Promise<T>) | undefined;

  /** Asks. The same question while one is on its way (a run that grew) waits for it; another one replaces it. */
  ask(key: string, get: (signal: AbortSignal) => Promise<T>): void {
    if (this.#abort && key === this.#key) {
      this.#again = get;
      return;
    }
    this.#key = key;
    this.#again = undefined;
    this.#abort?.abort();
    void this.#run(get);
  }

  stop(): void {
    this.#again = undefined;
    this.#abort?.abort();
    this.#abort = undefined;
  }

  async #run(get: (signal: AbortSignal) => Promise<T>): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = true;
    try {
      const value = await get(abort.signal);
      if (abort.signal.aborted) return;
      this.value = value;
      this.problem = '';
    } catch (why) {
      if (abort.signal.aborted) return;
      this.problem = why instanceof Problem ? why.message : String(why);
    }
    this.#abort = undefined;
    this.busy = false;
    const again = this.#again;
    this.#again = undefined;
    if (again) void this.#run(again);
  }
}
