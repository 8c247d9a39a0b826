// What a run's page knows of its run, kept up to date by the events that say that something changed.
import { api, Problem } from '../../api/client';
import type { Event, RunDetail } from '../../api/types';
import { live } from '../../app/live.svelte';

/** Shortest time between two readings, ms: progress, findings and warnings come with the events themselves. */
const PAUSE = 4_000;
const REST = 4;

export class Followed {
  detail = $state.raw<RunDetail>();
  problem = $state('');
  /** There is no such run. */
  missing = $state(false);
  /** When the last answer came, for "live 0.4 s ago". */
  read = $state(0);
  readonly id: string;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #took = 0;
  #busy = false;
  #again = false;

  constructor(id: string) {
    this.id = id;
  }

  /** Follows until the result is called. */
  follow(): () => void {
    void this.refresh();
    const end = live.follow(`run:${this.id}`, (event) => this.#hear(event));
    return () => {
      end();
      clearTimeout(this.#waiting);
    };
  }

  #hear(event: Event): void {
    let turned = !this.detail;
    if (event.run && event.run.id === this.id && this.detail) {
      turned = event.run.status !== this.detail.item.status;
      this.detail = { ...this.detail, item: event.run };
      this.read = Date.now();
    }
    const about = event.id ?? event.run?.id;
    if (about !== undefined && about !== null && about !== this.id) return;
    if (this.#told(event)) return;
    if (turned) {
      void this.refresh();
      return;
    }
    // how far it is came with the event, its curves are asked for by whoever shows them
    if (event.kind === 'run' || (event.kind === 'changed' && event.what === 'series')) return;
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      void this.refresh();
    }, Math.max(PAUSE, REST * this.#took));
  }

  /** Findings so far and warnings, as they come. */
  #told(event: Event): boolean {
    const detail = this.detail;
    const { finding, warning } = event;
    if (!detail || (!finding && !warning)) return false;
    if (finding) {
      const known = detail.findings.some((one) => one.id === finding.id);
      const findings = known ? detail.findings.map((one) => (one.id === finding.id ? finding : one)) : [...detail.findings, finding];
      this.detail = { ...detail, findings };
    } else if (warning && !detail.warnings.includes(warning)) {
      this.detail = { ...detail, warnings: [...detail.warnings, warning] };
    }
    return true;
  }

  async refresh(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    const begun = performance.now();
    try {
      if (this.id === '') throw new Problem(404, 'no run is named', []);
      this.detail = await api.run(this.id);
      this.problem = '';
      this.missing = false;
      this.read = Date.now();
    } catch (why) {
      this.problem = why instanceof Problem ? why.message : String(why);
      this.missing = why instanceof Problem && why.status === 404;
    }
    this.#took = performance.now() - begun;
    this.#busy = false;
    if (this.#again) {
      this.#again = false;
      void this.refresh();
    }
  }
}
