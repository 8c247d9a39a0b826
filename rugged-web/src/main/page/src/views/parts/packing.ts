// Particles, what presses on them and how they vibrate, as things to draw. Lengths are those of the run; nothing is computed but where things stand on the page.
import type { Frames } from './array';

export interface Body {
  x: number;
  y: number;
  z: number;
  angle: number;
  longer: number;
  shorter: number;
  /** Contacts with others that bear load; 0 for a rattler. */
  contacts: number;
}

export interface Bond {
  first: number;
  second: number;
  force: number;
  /** From the first to the nearest image of the second. */
  way: [number, number, number];
}

export interface Scene {
  bodies: Body[];
  /** Sides of the box; 0 where space is open. */
  box: [number, number, number];
  bonds: Bond[];
  space: 2 | 3;
}

const COLUMNS = 7;
const BOND_COLUMNS = 6;

export function bodies(values: ArrayLike<number>): Body[] {
  const all: Body[] = [];
  for (let i = 0; i + COLUMNS <= values.length; i += COLUMNS) {
    const [x, y, z, angle, longer, shorter, contacts] = Array.from({ length: COLUMNS }, (_, c) => values[i + c] as number) as [number, number, number, number, number, number, number];
    all.push({ x, y, z, angle, longer, shorter, contacts });
  }
  return all;
}

export function bonds(values: ArrayLike<number>): Bond[] {
  const all: Bond[] = [];
  for (let i = 0; i + BOND_COLUMNS <= values.length; i += BOND_COLUMNS) {
    const at = (c: number) => values[i + c] as number;
    all.push({ first: at(0), second: at(1), force: at(2), way: [at(3), at(4), at(5)] });
  }
  return all;
}

export function scene(particles: Frames, box: Frames | null, network: Frames | null): Scene {
  const all = bodies(particles.values);
  const sides = (box ? [...box.values.slice(0, 3)] : [0, 0, 0]) as [number, number, number];
  const deep = sides[2] > 0 || all.some((body) => body.z !== 0);
  return { bodies: all, box: sides, bonds: network ? bonds(network.values) : [], space: deep ? 3 : 2 };
}

/** The displacements of one mode, three numbers a body, the longest of length 1: [mode, body, coordinate] with the places first. */
export function mode(modes: Frames, k: number, space: 2 | 3): Float32Array | null {
  const [count, many, each] = modes.shape as [number, number, number];
  if (k < 0 || k >= count) return null;
  const out = new Float32Array(3 * many);
  let longest = 0;
  for (let b = 0; b < many; b++) {
    for (let a = 0; a < space; a++) out[3 * b + a] = modes.values[(k * many + b) * each + a] as number;
    longest = Math.max(longest, Math.hypot(out[3 * b]!, out[3 * b + 1]!, out[3 * b + 2]!));
  }
  if (longest > 0) for (let i = 0; i < out.length; i++) out[i]! /= longest;
  return out;
}

/** Fewest and most contacts of the colour scale: what can hold a particle, and half as many again as isostaticity asks for. */
export function contactRange(shown: Scene): [number, number] {
  const round = shown.bodies.every((body) => body.longer === body.shorter);
  const freedoms = shown.space === 3 || !round ? 3 : 2;
  return [shown.space + 1, 3 * freedoms];
}

/** Where a number of contacts stands on the scale, from 0 to 1. */
export function contactPlace(contacts: number, [least, most]: [number, number]): number {
  return Math.min(1, Math.max(0, (contacts - least) / (most - least)));
}

/** Copies of the box that a window sees, by whole sides; [0, 0] alone where none is wanted or space is open. */
export function images(box: [number, number, number], window: { left: number; right: number; bottom: number; top: number }, wanted: boolean, most = 5): [number, number][] {
  if (!wanted || !(box[0] > 0 && box[1] > 0)) return [[0, 0]];
  const within = (value: number) => Math.min(most, Math.max(-most, value));
  const copies: [number, number][] = [];
  for (let i = within(Math.floor(window.left / box[0])); i <= within(Math.floor(window.right / box[0])); i++)
    for (let j = within(Math.floor(window.bottom / box[1])); j <= within(Math.floor(window.top / box[1])); j++) copies.push([i, j]);
  // the box itself last, over its images
  copies.sort(([a, b], [c, d]) => Number(a === 0 && b === 0) - Number(c === 0 && d === 0));
  return copies;
}

export interface Camera {
  /** Middle of the window, from the middle of the box, in sides of the box (or of what stands in open space). */
  x: number;
  y: number;
  zoom: number;
}

export const FRONT: Camera = { x: 0, y: 0, zoom: 1 };
const ZOOMS: [number, number] = [0.2, 40];

/** "x:y:zoom" of an address. */
export function readCamera(text: string): Camera {
  const [x, y, zoom] = text.split(':').map(Number);
  if (![x, y, zoom].every((value) => value !== undefined && Number.isFinite(value))) return FRONT;
  return { x: x as number, y: y as number, zoom: Math.min(ZOOMS[1], Math.max(ZOOMS[0], zoom as number)) };
}

export function writeCamera(camera: Camera): string {
  if (camera.x === 0 && camera.y === 0 && camera.zoom === 1) return '';
  return [camera.x, camera.y, camera.zoom].map((value) => Number(value.toPrecision(4))).join(':');
}

/** Zoomed by a factor about a place of the window, given from its middle in parts of its side, so that what is there stays there. */
export function zoomed(camera: Camera, factor: number, x = 0, y = 0): Camera {
  const zoom = Math.min(ZOOMS[1], Math.max(ZOOMS[0], camera.zoom * factor));
  return { x: camera.x + x / camera.zoom - x / zoom, y: camera.y + y / camera.zoom - y / zoom, zoom };
}
