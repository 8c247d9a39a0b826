/** The rows of a long table that can be seen, with some above and below them. */
export interface Window {
  first: number;
  end: number;
  /** pixels above the first row and below the last one */
  above: number;
  below: number;
}

const MARGIN = 8;

export function visible(count: number, row: number, top: number, height: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(top / row) - MARGIN));
  const end = Math.max(first, Math.min(count, Math.ceil((top + height) / row) + MARGIN));
  return { first, end, above: first * row, below: (count - end) * row };
}

/** Where the table has to be scrolled to so that a row can be seen. */
export function reaching(index: number, row: number, top: number, height: number): number {
  if (index * row < top) return index * row;
  if ((index + 1) * row > top + height) return (index + 1) * row - height;
  return top;
}
