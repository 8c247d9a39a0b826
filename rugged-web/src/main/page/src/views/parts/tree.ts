// A disconnectivity graph on the page: which part of it is looked at, what lies under a pointer, the way from a branch to its root. Where nodes stand is the server's.
import type { MapReplyMapTree as MapTree } from '../../api/types';

/** The part of the graph that is drawn: places from left to right, energies upwards. */
export interface Frame {
  left: number;
  right: number;
  low: number;
  high: number;
}

/** Air around the whole graph, parts of its extent. */
const SIDE = 0.03;
const BELOW = 0.06;
const ABOVE = 0.02;
/** Length of a stem that is shown, part of what is below it. */
const STEM = 0.15;
/** How far one can look into it. */
const CLOSEST = 1e-6;

/** All of it; of the stem of a single tree no more than its beginning. */
export function whole(tree: MapTree): Frame {
  const wide = Math.max(1, tree.leaves);
  const joined = tree.low.at(-1) ?? tree.top;
  const stem = tree.trees === 1 && tree.leaves > 1 ? joined + STEM * (joined - tree.least) : tree.top;
  const high = Math.min(tree.top, stem);
  const tall = high - tree.least || 1;
  return { left: -SIDE * wide, right: (1 + SIDE) * wide, low: tree.least - BELOW * tall, high: high + ABOVE * tall };
}

/** Nearer by a factor, or farther, about a place that stays. */
export function nearer(frame: Frame, all: Frame, factor: number, x: number, energy: number): Frame {
  const wide = frame.right - frame.left;
  const tall = frame.high - frame.low;
  const by = Math.min(Math.max(factor, Math.max(wide / (all.right - all.left), tall / (all.high - all.low)) / 4), Math.min(wide / (all.right - all.left), tall / (all.high - all.low)) / CLOSEST);
  return { left: x - (x - frame.left) / by, right: x + (frame.right - x) / by, low: energy - (energy - frame.low) / by, high: energy + (frame.high - energy) / by };
}

/** Moved by parts of its extent. */
export function moved(frame: Frame, across: number, up: number): Frame {
  const x = across * (frame.right - frame.left);
  const energy = up * (frame.high - frame.low);
  return { left: frame.left + x, right: frame.right + x, low: frame.low + energy, high: frame.high + energy };
}

export function writeFrame(frame: Frame): string {
  return [frame.left, frame.right, frame.low, frame.high].map((one) => String(Number(one.toPrecision(9)))).join(':');
}

/** What an address says; null where it says nothing that can be looked at. */
export function readFrame(text: string): Frame | null {
  const [left, right, low, high] = text.split(':').map(Number);
  if (left === undefined || right === undefined || low === undefined || high === undefined) return null;
  if (![left, right, low, high].every(Number.isFinite) || left >= right || low >= high) return null;
  return { left, right, low, high };
}

/** The line of a node: where it begins, where it bends, where it meets the node above. */
export function corners(tree: MapTree, node: number): [number, number][] {
  const x = tree.x[node] as number;
  const above = tree.parent[node] as number;
  const out: [number, number][] = [[x, tree.low[node] as number]];
  out.push([x, tree.bend[node] as number]);
  if (above >= 0) out.push([tree.x[above] as number, tree.high[node] as number]);
  return out;
}

/** From a node up to its root. */
export function toRoot(tree: MapTree, node: number): number[] {
  const way: number[] = [];
  for (let at = node; at >= 0 && at < tree.parent.length; at = tree.parent[at] as number) way.push(at);
  return way;
}

/** The branches between two nodes: all below the first node that holds both; to both roots where none does. */
export function between(tree: MapTree, one: number, other: number): number[] {
  const first = toRoot(tree, one);
  const second = toRoot(tree, other);
  const shared = new Set(first.filter((node) => second.includes(node)));
  return [...first, ...second].filter((node) => !shared.has(node));
}

/** The leaf of a minimum; -1 where it is not drawn. */
export function leafOf(tree: MapTree, minimum: number): number {
  const leaf = tree.minimum.indexOf(minimum);
  return leaf < tree.leaves ? leaf : -1;
}

/** The next leaf to the right, or to the left for a step of -1; the first there is where none is chosen. */
export function beside(tree: MapTree, leaf: number, step: number): number {
  const order = [...Array(tree.leaves).keys()].sort((one, other) => (tree.x[one] as number) - (tree.x[other] as number));
  if (leaf < 0) return tree.leaves > 0 ? 0 : -1;
  const at = order.indexOf(leaf) + step;
  return order[Math.min(Math.max(0, at), order.length - 1)] ?? -1;
}

/** Least and greatest number of the leaves, and whether a logarithmic scale tells them apart better: weights such as counts and occupations may range over decades. */
export function span(tree: MapTree, weights: boolean): { low: number; high: number; log: boolean } {
  const all = tree.colour.slice(0, tree.leaves).filter((one): one is number => one !== null);
  const low = all.reduce((least, one) => Math.min(least, one), Infinity);
  const high = all.reduce((most, one) => Math.max(most, one), -Infinity);
  if (!(low <= high)) return { low: 0, high: 1, log: false };
  return { low, high, log: weights && low > 0 && high / low > 50 };
}

/** The node whose line passes nearest to a place on the drawing, within so many pixels; -1 for none. */
export function under(tree: MapTree, px: (x: number) => number, py: (energy: number) => number, x: number, y: number, within: number): number {
  let found = -1;
  let best = within;
  for (let node = 0; node < tree.x.length; node++) {
    const line = corners(tree, node);
    for (let k = 1; k < line.length; k++) {
      const [one, other] = [line[k - 1]!, line[k]!];
      const far = distance(x, y, px(one[0]), py(one[1]), px(other[0]), py(other[1]));
      // of equals the leaf, which comes first
      if (far < best - 1e-9) {
        best = far;
        found = node;
      }
    }
  }
  return found;
}

function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const long = (bx - ax) ** 2 + (by - ay) ** 2;
  const part = long > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long)) : 0;
  return Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay));
}
