// The grammar of labels is that of the figures: the build copies their script beside this file.
export interface Run {
  text: string;
  /** 1 raised, -1 lowered, 0 on the line. */
  shift: number;
  italic: boolean;
}
export function runs(source: string): Run[];
