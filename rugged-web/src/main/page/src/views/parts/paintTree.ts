// The drawing of a disconnectivity graph on a canvas.
import type { MapReplyMapTree as MapTree } from '../../api/types';
import { axis } from './axis';
import { css, type Colour } from './ramp';
import { corners, type Frame } from './tree';

export const LEFT = 62;
export const TOP = 8;
const RIGHT = 8;
/** Where there is room for numbers below leaves, pixels between two. */
const ROOM = 22;
const STUB = 9; // pixels
/** Where branches are nearer than this to one another, stubs are smaller; pixels. */
const CROWDED = 8;
/** Counts that are written in a crowd: the largest. */
const FEW = 12;

export interface Look {
  width: number;
  height: number;
  frame: Frame;
  colour: (place: number) => Colour;
  /** Place on the colour scale of a number; null where it is none. */
  shade: (value: number | null) => number | null;
  /** Branches that stand out. */
  marked: number[];
  hovered: number;
  /** Chosen leaves, by what they are called. */
  chosen: { leaf: number; name: string }[];
  token: (name: string) => string;
}

export interface Drawn {
  nodes: number;
  stubs: number;
}

export function across(look: Pick<Look, 'width' | 'frame'>): (x: number) => number {
  const { left, right } = look.frame;
  return (x) => LEFT + ((look.width - LEFT - RIGHT) * (x - left)) / (right - left);
}

export function upwards(look: Pick<Look, 'height' | 'frame'>): (energy: number) => number {
  const { low, high } = look.frame;
  return (energy) => TOP + (look.height - 2 * TOP) * (1 - (energy - low) / (high - low));
}

/** Place and energy under a pixel. */
export function back(look: Pick<Look, 'width' | 'height' | 'frame'>, px: number, py: number): [number, number] {
  const { left, right, low, high } = look.frame;
  return [left + ((px - LEFT) / (look.width - LEFT - RIGHT)) * (right - left), high - ((py - TOP) / (look.height - 2 * TOP)) * (high - low)];
}

export function paint(pen: CanvasRenderingContext2D, tree: MapTree, look: Look): Drawn {
  const ink = look.token('--ink');
  pen.lineJoin = 'round';
  energies(pen, look, ink);
  pen.save();
  pen.beginPath();
  pen.rect(LEFT, TOP, look.width - LEFT - RIGHT, look.height - 2 * TOP);
  pen.clip();
  const px = across(look);
  const py = upwards(look);
  const line = (node: number) => {
    corners(tree, node).forEach(([x, energy], k) => (k === 0 ? pen.moveTo(px(x), py(energy)) : pen.lineTo(px(x), py(energy))));
  };
  let nodes = 0;
  const spacing = (look.width - LEFT - RIGHT) / (look.frame.right - look.frame.left);
  const wide = spacing > 6 ? 1.6 : spacing > 2 ? 1.1 : 0.8;
  // those below others are drawn last, so that leaves are seen
  for (let node = tree.x.length - 1; node >= 0; node--) {
    if (!inside(tree, node, look.frame)) continue;
    nodes++;
    const place = look.shade(tree.colour[node] ?? null);
    pen.beginPath();
    line(node);
    pen.strokeStyle = place === null ? look.token('--control') : css(look.colour(place));
    pen.lineWidth = wide;
    pen.stroke();
  }
  const stubs = hanging(pen, tree, look, px, py, Math.min(1, Math.max(0.35, spacing / CROWDED)));
  for (const node of look.marked) {
    pen.beginPath();
    line(node);
    pen.strokeStyle = ink;
    pen.lineWidth = wide + 1.4;
    pen.stroke();
  }
  leaves(pen, tree, look, px, py, spacing);
  pen.restore();
  return { nodes, stubs };
}

function inside(tree: MapTree, node: number, frame: Frame): boolean {
  const above = tree.parent[node] as number;
  const x = tree.x[node] as number;
  const other = above < 0 ? x : (tree.x[above] as number);
  return Math.max(x, other) >= frame.left && Math.min(x, other) <= frame.right && (tree.high[node] as number) >= frame.low && (tree.low[node] as number) <= frame.high;
}

function energies(pen: CanvasRenderingContext2D, look: Look, ink: string): void {
  const py = upwards(look);
  const { ticks } = axis(look.frame.low, look.frame.high, false, Math.max(3, Math.round(look.height / 90)));
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineWidth = 0.9;
  pen.font = `12px ${look.token('--serif')}`;
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  pen.beginPath();
  pen.moveTo(LEFT - 0.5, TOP);
  pen.lineTo(LEFT - 0.5, look.height - TOP);
  for (const tick of ticks) {
    const y = Math.round(py(tick.value)) + 0.5;
    if (y < TOP || y > look.height - TOP) continue;
    pen.moveTo(LEFT, y);
    pen.lineTo(LEFT - 6, y);
    pen.fillText(tick.label, LEFT - 9, y);
  }
  pen.stroke();
  pen.font = `italic 14px ${look.token('--serif')}`;
  pen.fillText('E', LEFT - 44, TOP + 8);
}

/** Minima that are not drawn: a thick stub on the branch that they reach first, with their count where there is room. */
function hanging(pen: CanvasRenderingContext2D, tree: MapTree, look: Look, px: (x: number) => number, py: (energy: number) => number, size: number): number {
  const { node, count, joins } = tree.stubs;
  pen.strokeStyle = look.token('--control');
  pen.fillStyle = look.token('--ink2');
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.font = `11px ${look.token('--serif')}`;
  const taken: [number, number][] = [];
  let drawn = 0;
  for (const k of [...node.keys()].sort((one, other) => (count[other] as number) - (count[one] as number))) {
    const x = px(tree.x[node[k] as number] as number);
    const y = py(joins[k] as number);
    if (x < LEFT || x > look.width || y < TOP || y > look.height) continue;
    drawn++;
    pen.lineWidth = size * Math.min(7, 2 + Math.log10(count[k] as number) * 1.4);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 0.6 * size * STUB, y + size * STUB);
    pen.stroke();
    if (size < 0.5 && taken.length >= FEW) continue;
    if (taken.some(([tx, ty]) => Math.abs(tx - x) < 34 && Math.abs(ty - y) < 13)) continue;
    taken.push([x, y]);
    pen.fillText(String(count[k]), x + STUB + 2, y + STUB);
  }
  return drawn;
}

function leaves(pen: CanvasRenderingContext2D, tree: MapTree, look: Look, px: (x: number) => number, py: (energy: number) => number, spacing: number): void {
  pen.font = `12px ${look.token('--serif')}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  pen.fillStyle = look.token('--ink2');
  const named = new Set(look.chosen.map((one) => one.leaf));
  if (spacing >= ROOM) for (let leaf = 0; leaf < tree.leaves; leaf++) if (!named.has(leaf)) pen.fillText(String(tree.minimum[leaf]), px(tree.x[leaf] as number), py(tree.low[leaf] as number) + 4);
  const dot = (leaf: number, radius: number, fill: string) => {
    pen.beginPath();
    pen.arc(px(tree.x[leaf] as number), py(tree.low[leaf] as number), radius, 0, 2 * Math.PI);
    pen.fillStyle = fill;
    pen.fill();
    pen.lineWidth = 1.4;
    pen.strokeStyle = look.token('--ink');
    pen.stroke();
  };
  if (look.hovered >= 0 && look.hovered < tree.leaves) dot(look.hovered, 4, look.token('--panel'));
  for (const { leaf, name } of look.chosen) {
    dot(leaf, 5, look.token('--link'));
    pen.fillStyle = look.token('--ink');
    pen.font = `600 13px ${look.token('--sans')}`;
    pen.fillText(name, px(tree.x[leaf] as number), py(tree.low[leaf] as number) + 8);
  }
}
