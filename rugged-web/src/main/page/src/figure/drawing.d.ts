// The script that draws the terminal's pictures and the report's figures; the build copies it beside this file.

export interface View {
  initialize(place: HTMLElement): View;
  runAsync(): Promise<View>;
  finalize(): void;
  addEventListener(kind: string, listener: (event: UIEvent, item: { datum?: unknown } | null | undefined) => void): View;
}

export type Tip = (handler: unknown, event: MouseEvent, item: unknown, value: Record<string, string> | null) => void;

export interface ViewOptions {
  renderer: 'svg' | 'canvas' | 'none';
  hover: boolean;
  tooltip: Tip;
}

/** A view of a Vega-Lite specification; interpreted expressions need no eval. */
export function view(specification: unknown, interpreted: boolean, options: ViewOptions): View;

/** Sets sub- and superscripts and symbols of every label below a place. */
export function setLabels(place: Element): void;

/** A box that follows the pointer with the values under it. */
export function tooltip(): Tip;
