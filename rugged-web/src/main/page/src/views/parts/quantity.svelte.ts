// A quantity of the run as curves: read whole once, then read on as the run grows.
import { api } from '../../api/client';
import type { RunDetail, SeriesReply } from '../../api/types';
import { Latest } from '../../figure/latest.svelte';
import { joined } from './joined';

export class QuantityCurves {
  readonly latest = new Latest<SeriesReply>();
  #question = '';
  #now: SeriesReply | undefined;

  ask(detail: RunDetail, quantity: string, x: string, integrated = false): void {
    const { id } = detail.item;
    const question = JSON.stringify([id, quantity, x, integrated]);
    if (question !== this.#question) this.#now = undefined;
    this.#question = question;
    this.latest.ask(question, async (signal) => {
      const reply = await api.series(id, { quantity, x, bins: 4000, ...(integrated ? { integrated: 1 } : {}), since: this.#now?.version ?? 'none' }, signal);
      return (this.#now = joined(this.#now, reply));
    });
  }
}
