// Puts the interactive view of a specification into a place, and takes it away again.
import type { Tip, View } from './drawing';

const SVG_SPACE = 'http://www.w3.org/2000/svg';

type Drawing = typeof import('./drawing');

let loading: Promise<Drawing> | undefined;
let tip: Tip | undefined;

/** The drawing script, loaded with the first figure. */
function drawing(): Promise<Drawing> {
  return (loading ??= import('./drawing'));
}

export type Row = Record<string, unknown>;

export interface Mounted {
  /** The drawing as a file of its own. */
  svg(): string;
  finalize(): void;
}

/**
 * Draws aside and then swaps, so that a figure that grows never flickers. A click on a mark picks its row, one on the
 * legend its curve. */
export async function mount(
  place: HTMLElement,
  specification: unknown,
  pick: (row: Row) => void,
  legend: (curve: string) => void,
): Promise<Mounted> {
  const script = await drawing();
  tip ??= script.tooltip();
  const stage = document.createElement('div');
  const live: View = script.view(structuredClone(specification), true, { renderer: 'svg', hover: false, tooltip: tip });
  await live.initialize(stage).runAsync();
  const drawn = stage.querySelector('svg');
  // the words beside the figure say what it shows; its hundreds of marks would be read one by one
  drawn?.setAttribute('aria-hidden', 'true');
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
    svg: () => {
      const copy = stage.querySelector('svg')?.cloneNode(true) as SVGElement | undefined;
      if (!copy) return '';
      copy.setAttribute('xmlns', SVG_SPACE);
      copy.removeAttribute('aria-hidden');
      return new XMLSerializer().serializeToString(copy);
    },
    finalize: () => {
      live.finalize();
      stage.remove();
    },
  };
}
