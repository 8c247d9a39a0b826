import { api, Problem } from '../../api/client';
import type { Mistake, PlanReply } from '../../api/types';

const DELAY = 250;

/** Asks what a study would do, a quarter of a second after the last change; an answer to an older text is dropped. */
export class Planning {
  plan = $state.raw<PlanReply | undefined>();
  /** mistakes of the last text that was judged */
  errors = $state.raw<Mistake[]>([]);
  /** whether the text changed since */
  waiting = $state(false);
  trouble = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  ask(yaml: string, size: string, delay = DELAY): void {
    clearTimeout(this.#timer);
    this.waiting = true;
    const mine = ++this.#asked;
    this.#timer = setTimeout(() => void this.#send(yaml, size, mine), delay);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked++;
  }

  async #send(yaml: string, size: string, mine: number): Promise<void> {
    try {
      const plan = await api.plan({ yaml, size });
      if (mine !== this.#asked) return;
      this.plan = plan;
      this.errors = plan.errors;
      this.trouble = '';
    } catch (why) {
      if (mine !== this.#asked) return;
      this.plan = undefined;
      this.errors = why instanceof Problem ? why.errors : [];
      this.trouble = this.errors.length > 0 ? '' : why instanceof Problem ? why.message : String(why);
    }
    this.waiting = false;
  }
}
