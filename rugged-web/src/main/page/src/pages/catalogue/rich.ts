import { runs } from '../../parts/markup';

/** A run of a label and whether it holds a word that was searched for. */
export interface Piece {
  text: string;
  shift: number;
  italic: boolean;
  hit: boolean;
}

/** The light markup of labels (`t_{w}`, `10^{-2}`, `\tau`), cut where a word that was searched for stands; plain text has no markup. */
export function rich(text: string, search = '', plain = false): Piece[] {
  if (plain) return marked(text, search).map((piece) => ({ shift: 0, italic: false, ...piece }));
  return runs(text).flatMap((run) => marked(run.text, search).map((piece) => ({ ...run, ...piece })));
}

/** A text cut where one of the words searched for stands, whatever its case. */
export function marked(text: string, search: string): { text: string; hit: boolean }[] {
  const words = search.trim().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
