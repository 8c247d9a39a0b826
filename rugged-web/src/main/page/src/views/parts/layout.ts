// How a vector of numbers is cut into the rows of an image: where the study says it, as the study says it.

export interface Layout {
  /** Numbers before the first row. */
  skip: number;
  /** Numbers in a row. */
  row: number;
  /** Rows. */
  rows: number;
}

/** What a user typed, kept inside the vector; without a length of rows a square. */
export function fitted(length: number, row: number, skip: number, most: number): Layout {
  const before = Number.isInteger(skip) && skip > 0 && skip < length ? skip : 0;
  const square = Math.ceil(Math.sqrt(length - before));
  const wide = Number.isInteger(row) && row > 0 ? Math.min(row, length - before) : Math.max(1, square);
  return { skip: before, row: wide, rows: Math.max(1, Math.min(most, Math.ceil((length - before) / wide))) };
}

/**
 * The inputs of a network's first layer, from the length of its state: the one row length for which all layers fit, trying the outputs that data sets have.
 * Null where the parameters are those of no network, or where nothing fits.
 */
export function firstLayer(length: number, parameters: Record<string, string>, label = ''): { row: number; rows: number } | null {
  // a study of several cases has a landscape for each
  const named = /(?:^|, )case = ([^,]*)/.exec(label)?.[1];
  const path = named === undefined ? 'landscape' : `cases.${named}.landscape`;
  if (parameters[path] !== 'network') return null;
  const widths = (parameters[`${path}.layers`] ?? '').match(/\d+/g)?.map(Number) ?? [];
  const first = widths[0];
  if (first === undefined) return null;
  const bias = parameters[`${path}.bias`] ?? 'all';
  for (const outputs of [1, 10]) {
    const hidden = widths.slice(1).reduce((sum, width, i) => sum + width * (widths[i] as number), 0);
    const biases = bias === 'none' ? 0 : widths.reduce((sum, width) => sum + width, 0) + (bias === 'all' ? outputs : 0);
    const inputs = (length - hidden - biases - outputs * (widths.at(-1) as number)) / first;
    if (Number.isInteger(inputs) && inputs > 0) return { row: inputs, rows: first };
  }
  return null;
}

/** Width of a row shown as an image of its own, for rows whose length is a square (pictures); 0 otherwise. */
export function side(row: number): number {
  const root = Math.round(Math.sqrt(row));
  return root * root === row && root >= 4 ? root : 0;
}
