import { api, Problem } from '../../api/client';
import type { CataloguePage, StudyDetail } from '../../api/types';
import { question } from './codec';
import type { Filter } from './codec';

/** What the catalogue shows: the page of the list that the filter asks for, and the study that is open. */
export class Shelf {
  list = $state.raw<CataloguePage | undefined>();
  study = $state.raw<StudyDetail | undefined>();
  trouble = $state('');
  opening = $state('');
  #asked: AbortController | undefined;
  #name = '';

  async look(filter: Filter): Promise<void> {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    try {
      const list = await api.catalogue(question(filter), asked.signal);
      if (asked.signal.aborted) return;
      this.list = list;
      this.trouble = '';
    } catch (why) {
      if (!asked.signal.aborted) this.trouble = why instanceof Problem ? why.message : String(why);
    }
  }

  async open(name: string): Promise<void> {
    this.#name = name;
    this.opening = '';
    if (name === '') this.study = undefined;
    if (name === '' || this.study?.item.name === name) return;
    try {
      const study = await api.study(name);
      if (this.#name === name) this.study = study;
    } catch (why) {
      if (this.#name !== name) return;
      this.study = undefined;
      this.opening = why instanceof Problem ? why.message : String(why);
    }
  }

  /** The open study anew: a run of it began or ended. */
  async again(): Promise<void> {
    const name = this.#name;
    if (name === '') return;
    const study = await api.study(name).catch(() => undefined);
    if (study && this.#name === name) this.study = study;
  }
}
