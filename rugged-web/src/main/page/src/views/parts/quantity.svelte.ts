// A quantity of the run as curves, read again when the run grew.
import { api } from '../../api/client';
import type { RunDetail, SeriesReply } from '../../api/types';
import { Latest } from '../../figure/latest.svelte';

export class QuantityCurves {
  readonly latest = new Latest<SeriesReply>();

  ask(detail: RunDetail, quantity: string, x: string): void {
    const { id, version } = detail.item;
    this.latest.ask(JSON.stringify([id, quantity, x]), (signal) => {
      void version;
      return api.series(id, { quantity, x, bins: 4000 }, signal);
    });
  }
}
