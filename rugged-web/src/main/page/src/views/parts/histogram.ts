// Histograms as the server counted them: which belong together, and what a plot is given of them.
import type { HistogramReply, HistogramReplyHistogramMoment } from '../../api/types';

/** The parameters of a moment as a text to choose from. */
export function group(moment: HistogramReplyHistogramMoment): string {
  return Object.entries(moment.key)
    .map(([name, value]) => `${name.split('.').at(-1)} = ${value}`)
    .join(', ');
}

export function grouped(reply: HistogramReply | undefined): string[] {
  return [...new Set((reply?.moments ?? []).map(group))];
}

/** Where a moment is on the axes of its array: "t = 10". */
export function placed(reply: HistogramReply, moment: HistogramReplyHistogramMoment): string {
  return reply.quantity.axes.map((axis, a) => `${axis} = ${moment.at[a] === null || moment.at[a] === undefined ? '?' : Number(moment.at[a].toPrecision(6))}`).join(', ');
}

export function plain(moment: HistogramReplyHistogramMoment): { x: number[]; y: (number | null)[]; error: (number | null)[] } {
  const kept = moment.x.flatMap((x, i) => (x === null ? [] : [i]));
  return { x: kept.map((i) => moment.x[i] as number), y: kept.map((i) => moment.y[i] ?? null), error: kept.map((i) => moment.error[i] ?? null) };
}
