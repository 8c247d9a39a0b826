// The single stream of events of a tab. Events say that something changed and carry no curves.
import { path, request, Problem } from '../api/client';
import type { Event } from '../api/types';
import { at } from './marked';

const HIDDEN = 5_000;
const POLL = 15_000;
const LONGEST = 30_000;

/** How the server says that it gave this stream to another tab. */
const TAKEN = 'another tab took this stream';

type Listener = (event: Event) => void;

class Live {
  /** Whether the stream is open. */
  connected = $state(false);
  /** Time of the last sign of life, or 0. */
  last = $state(0);
  /** Why there is no connection, in words; empty while there is one. */
  lost = $state('');
  #listeners = new Map<Listener, string>();
  #abort: AbortController | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #poll: ReturnType<typeof setInterval> | undefined;
  #topics = '';
  #resting = false;
  #epoch = '';

  /** Follows a topic: runs, run:ID, machine. The result ends it. Call it from an $effect. */
  follow(topic: string, listener: Listener): () => void {
    this.#listeners.set(listener, topic);
    this.#restart();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  start(): void {
    document.addEventListener('visibilitychange', () => {
      clearTimeout(this.#hidden);
      clearInterval(this.#poll);
      if (document.hidden) {
        this.#hidden = setTimeout(() => this.#rest(), HIDDEN);
      } else {
        this.#restart();
        this.#tell({ kind: 'poll' } as unknown as Event);
      }
    });
    addEventListener('focus', () => this.#resting && this.#restart());
    this.#restart();
  }

  /** Without a stream the page asks now and then, until somebody looks at this tab again. */
  #rest(): void {
    this.#abort?.abort();
    this.#topics = '';
    this.#resting = true;
    this.connected = false;
    clearInterval(this.#poll);
    this.#poll = setInterval(() => this.#tell({ kind: 'poll' } as unknown as Event), POLL);
  }

  #tell(event: Event): void {
    for (const [listener, topic] of this.#listeners) {
      const about = event.id ?? event.run?.id;
      const meant =
        event.kind === 'hello' || (event.kind as string) === 'poll' || topic === 'runs'
          ? topic !== 'machine' || event.kind !== 'changed'
          : topic === event.kind || topic === `run:${about}`;
      if (meant) listener(event);
    }
  }

  #restart(): void {
    const topics = [...new Set(['runs', ...this.#listeners.values()])].sort().join(',');
    if (document.hidden || topics === this.#topics) return;
    this.#topics = topics;
    this.#resting = false;
    clearInterval(this.#poll);
    this.#abort?.abort();
    this.#abort = new AbortController();
    void this.#read(topics, this.#abort.signal);
  }

  async #read(topics: string, signal: AbortSignal): Promise<void> {
    for (let wait = 1_000; !signal.aborted; wait = Math.min(2 * wait, LONGEST)) {
      try {
        const reply = await request(path('events', { topics }), { signal });
        const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
        if (!reader) return;
        this.connected = true;
        this.lost = '';
        wait = 500;
        for (let rest = ''; ; ) {
          const { value, done } = await reader.read();
          if (done) break;
          this.last = Date.now();
          rest = this.#lines(rest + value);
        }
      } catch (why) {
        if (signal.aborted) return;
        this.lost = why instanceof Problem ? why.message : 'the connection was lost';
        if (why instanceof Problem && (why.status === 401 || why.status === 403)) return;
      }
      this.connected = false;
      if (signal.aborted) return;
      this.lost ||= 'the connection was lost';
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  #lines(text: string): string {
    const blocks = text.split('\n\n');
    const rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data: '))
        .map((line) => line.slice(6))
        .join('\n');
      if (!data) continue;
      const event = JSON.parse(data) as Event;
      if (event.kind === 'hello') {
        const first = this.#epoch === '';
        this.#epoch = event.epoch ?? '';
        // what happened while there was no stream is not told again: after every later greeting all is asked anew
        if (first) continue;
      }
      // the server grants a few streams; taking this one back would take it from another tab, and so on
      if (event.kind === 'bye' && event.why === TAKEN) {
        this.#rest();
        return '';
      }
      if (event.kind === 'run') at('run event', event.version);
      this.#tell(event);
    }
    return rest;
  }
}

export const live = new Live();
