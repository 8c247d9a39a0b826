// When the arrays of a point were recorded, and which of them belong to one moment of one replica.
import type { MomentsReply } from '../../api/types';

export interface Moment {
  at: (number | null)[];
  /** Number of the array of each replica, in the order of recording. */
  frames: Map<number, number>;
}

const same = (one: (number | null)[], other: (number | null)[]) => one.length === other.length && one.every((value, a) => value === other[a]);

/** The moments of an array, in the order in which they were recorded. */
export function moments(reply: MomentsReply | undefined, name: string): Moment[] {
  const all: Moment[] = [];
  const known = new Map<string, Moment>();
  reply?.arrays.find((one) => one.name === name)?.frames.forEach((frame, k) => {
    const place = JSON.stringify(frame.at);
    let moment = known.get(place);
    if (!moment) {
      moment = { at: frame.at, frames: new Map() };
      known.set(place, moment);
      all.push(moment);
    }
    moment.frames.set(frame.replica, k);
  });
  return all;
}

/** The number of the array of that name that was recorded at a moment of a replica; -1 for none. */
export function frameAt(reply: MomentsReply | undefined, name: string, at: (number | null)[], replica: number): number {
  return reply?.arrays.find((one) => one.name === name)?.frames.findIndex((frame) => frame.replica === replica && same(frame.at, at)) ?? -1;
}

/** Rows of that array: none where it was not recorded, or is empty. */
export function rowsAt(reply: MomentsReply | undefined, name: string, at: (number | null)[], replica: number): number {
  return reply?.arrays.find((one) => one.name === name)?.frames[frameAt(reply, name, at, replica)]?.shape[0] ?? 0;
}

/** What a moment is called: "t = 12.5". */
export function called(reply: MomentsReply | undefined, name: string, at: (number | null)[]): string {
  const axes = reply?.arrays.find((one) => one.name === name)?.axes ?? [];
  return at.map((value, a) => `${axes[a] ?? ''} = ${value === null ? '?' : Number(value.toPrecision(6))}`).join(', ');
}
