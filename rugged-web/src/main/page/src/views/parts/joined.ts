// Curves that were there and how they go on.
import type { Curve, SeriesReply } from '../../api/types';

/** The curves after an answer that may hold only what is new. */
export function joined(before: SeriesReply | undefined, reply: SeriesReply): SeriesReply {
  if (!reply.append || !before) return reply;
  return { ...reply, append: false, curves: each(before.curves, reply.curves), theory: each(before.theory, reply.theory) };
}

function each(before: Curve[], more: Curve[]): Curve[] {
  return more.map((curve, k) => {
    const had = before[k];
    if (!had) return curve;
    const on = (one: (number | null)[], other: (number | null)[]) => [...one.slice(0, curve.from), ...other];
    return {
      ...curve,
      x: on(had.x, curve.x),
      y: on(had.y, curve.y),
      error: on(had.error, curve.error),
      count: on(had.count, curve.count),
      low: curve.low && on(had.low ?? [], curve.low),
      high: curve.high && on(had.high ?? [], curve.high),
      flags: flags(had, curve),
      from: 0,
    };
  });
}

/** Flags are left out where there is nothing to say. */
function flags(had: Curve, more: Curve): string[] | null {
  if (!had.flags && !more.flags) return null;
  const none = (count: number) => Array.from({ length: count }, () => '');
  return [...(had.flags ?? none(had.x.length)).slice(0, more.from), ...(more.flags ?? none(more.x.length))];
}
