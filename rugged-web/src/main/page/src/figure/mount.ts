// Puts the interactive view of a specification into a place, gives it other rows, and takes it away again.
import type { Tip, View } from './drawing';
import { crowded, type Row, type Specification } from './specification';

export type { Row } from './specification';

const SVG_SPACE = 'http://www.w3.org/2000/svg';
const SMALL_PRINT = 'smallPrint';

type Script = typeof import('./drawing');

let loading: Promise<Script> | undefined;
let tip: Tip | undefined;

/** The drawing script, loaded with the first figure. */
function drawing(): Promise<Script> {
  return (loading ??= import('./drawing'));
}

export interface Mounted {
  /** Whether marks stand on a canvas: then the drawing is made anew when they become few. */
  readonly canvas: boolean;
  /** The drawing as a file of its own. */
  svg(): Promise<string>;
  /** Other rows in the same layout: those that stay are not touched. */
  update(specification: Specification): Promise<void>;
  finalize(): void;
}

/** What Vega is given in place of the rows and of the words that change with them. */
function emptied(specification: Specification): object {
  const datasets = Object.fromEntries(Object.keys(specification.datasets ?? {}).map((name) => [name, []]));
  const { version: _, ...drawn } = specification;
  const copy = structuredClone({ ...drawn, datasets }) as Record<string, unknown> & Specification;
  if (!copy.title) return copy;
  const params = [{ name: SMALL_PRINT, value: copy.title.text }];
  return { ...copy, params, title: { ...copy.title, text: { expr: SMALL_PRINT } } };
}

/** The rows of a view: Vega writes into what it is given, so it gets copies. */
class Rows {
  readonly #view: View;
  readonly #script: Script;
  #copies = new Map<string, Map<Row, Row>>();

  constructor(view: View, script: Script) {
    this.#view = view;
    this.#script = script;
  }

  /** Brings the data sets to what the specification has. */
  become(specification: Specification): void {
    for (const [name, rows] of Object.entries(specification.datasets ?? {})) {
      const before = this.#copies.get(name) ?? new Map<Row, Row>();
      const now = new Map(rows.map((row) => [row, before.get(row) ?? { ...row }]));
      const gone = [...before].flatMap(([row, copy]) => (now.has(row) ? [] : [copy]));
      const fresh = [...now].flatMap(([row, copy]) => (before.has(row) ? [] : [copy]));
      this.#copies.set(name, now);
      if (gone.length + fresh.length > 0) this.#view.change(name, this.#script.changeset().remove(gone).insert(fresh));
    }
  }
}

/**
 * Draws aside and then swaps, so that a figure that changes its layout never flickers. A click on a mark picks its row, one on
 * the legend its curve. */
export async function mount(
  place: HTMLElement,
  specification: Specification,
  pick: (row: Row) => void,
  legend: (curve: string) => void,
): Promise<Mounted> {
  const script = await drawing();
  tip ??= script.tooltip();
  const stage = document.createElement('div');
  const canvas = crowded(specification);
  const live = script.view(emptied(specification), true, { renderer: canvas ? 'hybrid' : 'svg', hover: false, tooltip: tip });
  const rows = new Rows(live, script);
  rows.become(specification);
  await live.initialize(stage).runAsync();
  // the words beside the figure say what it shows; its hundreds of marks would be read one by one
  for (const drawn of stage.querySelectorAll('svg, canvas')) drawn.setAttribute('aria-hidden', 'true');
  live.addEventListener('click', (_, item) => {
    const row = item?.datum;
    if (!row || typeof row !== 'object') return;
    if ('x' in row) pick(row as Row);
    // entries of the legend know where they stand on paper
    else if ('px' in row && 'curve' in row && row.curve) legend(String(row.curve));
  });
  place.replaceChildren(stage);
  script.setLabels(stage);
  return {
    canvas,
    svg: async () => {
      const copy = new DOMParser().parseFromString(await live.toSVG(), 'image/svg+xml').documentElement;
      script.setLabels(copy);
      copy.setAttribute('xmlns', SVG_SPACE);
      return new XMLSerializer().serializeToString(copy);
    },
    update: async (next) => {
      rows.become(next);
      if (next.title) live.signal(SMALL_PRINT, next.title.text);
      await live.runAsync();
      script.setLabels(stage);
    },
    finalize: () => {
      live.finalize();
      stage.remove();
    },
  };
}
