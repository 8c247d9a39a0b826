// The moments of a point as they come.
import { path, request } from '../../api/client';
import type { MomentsReply, RunDetail } from '../../api/types';
import { Latest } from '../../figure/latest.svelte';

export class PointMoments {
  readonly latest = new Latest<MomentsReply>();

  ask(detail: RunDetail, point: string): void {
    const { id } = detail.item;
    this.latest.ask(JSON.stringify([id, point]), async (signal) => {
      const reply = await request(path(`runs/${encodeURIComponent(id)}/moments`, { point }), { signal });
      return (await reply.json()) as MomentsReply;
    });
  }

  /** Of a point; nothing as long as the answer is that of another one. */
  of(point: string): MomentsReply | undefined {
    return this.latest.value?.point === point ? this.latest.value : undefined;
  }
}
