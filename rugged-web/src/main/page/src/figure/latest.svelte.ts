// The newest answer to a question that is asked again and again: one request in flight, the last question wins.
import { Problem } from '../api/client';

/** Shortest time between two answers to the same question, ms: twice a second is as fast as an eye follows a curve. */
const PAUSE = 500;
/** A question waits this many times as long as its last answer took, so that watching never takes the machine from the run. */
const REST = 3;

export class Latest<T> {
  value = $state.raw<T>();
  /** Why there is no newer answer; empty while there is none to report. */
  problem = $state('');
  busy = $state(false);
  #key = '';
  #abort: AbortController | undefined;
  #again: ((signal: AbortSignal) => Promise<T>) | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** Asks. The same question while one is on its way (a run that grew) waits for it; another one replaces it. */
  ask(key: string, get: (signal: AbortSignal) => Promise<T>): void {
    if ((this.#abort || this.#resting) && key === this.#key) {
      this.#again = get;
      return;
    }
    this.stop();
    this.#key = key;
    void this.#run(get);
  }

  stop(): void {
    this.#again = undefined;
    this.#abort?.abort();
    this.#abort = undefined;
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  async #run(get: (signal: AbortSignal) => Promise<T>): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = true;
    const begun = performance.now();
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
    const rest = Math.max(PAUSE, REST * (performance.now() - begun));
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      const again = this.#again;
      this.#again = undefined;
      if (again) void this.#run(again);
    }, rest);
  }
}
