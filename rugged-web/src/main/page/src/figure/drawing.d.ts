// The script that draws the terminal's pictures and the report's figures; the build copies it beside this file.

export interface View {
  initialize(place: HTMLElement): View;
  runAsync(): Promise<View>;
  finalize(): void;
  insert(data: string, rows: object[]): View;
  change(data: string, changes: Changes): View;
  signal(name: string, value: unknown): View;
  toSVG(): Promise<string>;
  addEventListener(kind: string, listener: (event: UIEvent, item: { datum?: unknown } | null | undefined) => void): View;
}

/** Rows that leave a data set and rows that enter it. */
export interface Changes {
  remove(rows: object[]): Changes;
  insert(rows: object[]): Changes;
}

export function changeset(): Changes;

export type Tip = (handler: unknown, event: MouseEvent, item: unknown, value: Record<string, string> | null) => void;

export interface ViewOptions {
  /** hybrid: text as SVG over marks on a canvas */
  renderer: 'svg' | 'canvas' | 'hybrid' | 'none';
  hover: boolean;
  tooltip: Tip;
}

/** A view of a Vega-Lite specification; interpreted expressions need no eval. */
export function view(specification: unknown, interpreted: boolean, options: ViewOptions): View;

/** Sets sub- and superscripts and symbols of every label below a place. */
export function setLabels(place: Element): void;

/** A box that follows the pointer with the values under it. */
export function tooltip(): Tip;
