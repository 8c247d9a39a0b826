export interface Piece {
  text: string;
  hit: boolean;
}

/** A text cut where one of the words searched for stands, whatever its case. */
export function marked(text: string, search: string): Piece[] {
  const words = search.trim().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
