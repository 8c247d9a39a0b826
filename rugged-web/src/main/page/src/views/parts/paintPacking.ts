// Paints a packing on a canvas: particles coloured by contacts, rattlers hollow, forces as lines as wide as they are strong, a mode as arrows.
import { contactPlace, contactRange, images, type Body, type Camera, type Scene } from './packing';
import type { Turn } from './projection';
import { css, type Colour } from './ramp';

export interface Paint {
  size: number;
  camera: Camera;
  turn: Turn;
  /** Particles farther in front than this part of the depth are left out, in space only. */
  cut: number;
  colour: (place: number) => Colour;
  /** Part of their size at which particles are drawn: less than 1 in space, to see between them. */
  share: number;
  forces: boolean;
  copies: boolean;
  /** Three numbers a body; null for none. */
  arrows: Float32Array | null;
  /** Length of the longest arrow, in lengths of the run. */
  reach: number;
  /** Where particles are on their way along the mode, from -1 to 1. */
  swing: number;
  /** Number of the body that is picked out; -1 for none. */
  picked: number;
  token: (name: string) => string;
}

/** What was drawn, for words and tests. */
export interface Drawn {
  bodies: number;
  hollow: number;
  lines: number;
  arrows: number;
  copies: number;
}

/** From lengths of the run to the page. */
export interface Place {
  scale: number;
  at: (x: number, y: number, z: number) => [number, number, number];
  /** Middle and side of what is shown. */
  middle: [number, number, number];
  side: number;
}

export function place(shown: Scene, paint: Pick<Paint, 'size' | 'camera' | 'turn'>): Place {
  const open = !(shown.box[0] > 0);
  const low = [0, 1, 2].map((a) => (open ? Math.min(...shown.bodies.map((body) => [body.x, body.y, body.z][a]!)) : 0));
  const high = [0, 1, 2].map((a) => (open ? Math.max(...shown.bodies.map((body) => [body.x, body.y, body.z][a]!)) : shown.box[a]!));
  const middle = [0, 1, 2].map((a) => ((low[a] as number) + (high[a] as number)) / 2) as [number, number, number];
  const side = Math.max(1e-9, ...[0, 1, 2].map((a) => (high[a] as number) - (low[a] as number)));
  const deep = shown.space === 3;
  // a cube that is turned needs its diagonal
  const rim = Math.max(...shown.bodies.map((body) => body.longer));
  const scale = (paint.camera.zoom * paint.size) / (deep ? side / 0.58 : 1.02 * (side + 2 * rim));
  const [cy, sy, cp, sp] = [Math.cos(paint.turn.yaw), Math.sin(paint.turn.yaw), Math.cos(paint.turn.pitch), Math.sin(paint.turn.pitch)];
  const at = (x: number, y: number, z: number): [number, number, number] => {
    let [a, b, c] = [x - middle[0], y - middle[1], z - middle[2]];
    if (deep) {
      const across = cy * a + sy * c;
      const away = -sy * a + cy * c;
      [a, b, c] = [across, cp * b - sp * away, sp * b + cp * away];
    }
    return [paint.size / 2 + scale * (a - paint.camera.x * side), paint.size / 2 - scale * (b - paint.camera.y * side), c];
  };
  return { scale, at, middle, side };
}

const LIFT = 1e-6;
/** Width of the strongest force, in smallest radii. */
const WIDEST = 0.45;
const MOST_WIDTH = 11; // pixels
const HALO = 1.8; // pixels
/** How much of what is farthest back fades into the page. */
const FOG = 0.55;

export function paint(pen: CanvasRenderingContext2D, shown: Scene, how: Paint): Drawn {
  const { scale, at, middle, side } = place(shown, how);
  const deep = shown.space === 3;
  const half = how.size / (2 * scale);
  const eye = [middle[0] + how.camera.x * side, middle[1] + how.camera.y * side] as const;
  const copies = deep ? ([[0, 0]] as [number, number][]) : images(shown.box, { left: eye[0] - half, right: eye[0] + half, bottom: eye[1] - half, top: eye[1] + half }, how.copies);
  const range = contactRange(shown);
  const moved = (k: number): [number, number, number] => {
    const body = shown.bodies[k] as Body;
    const by = how.arrows ? how.swing * how.reach : 0;
    return by === 0 ? [body.x, body.y, body.z] : [body.x + by * how.arrows![3 * k]!, body.y + by * how.arrows![3 * k + 1]!, body.z + by * how.arrows![3 * k + 2]!];
  };
  const [ink, ink2, panel, blue] = ['--ink', '--ink2', '--panel', '--c1'].map(how.token) as [string, string, string, string];
  const strongest = Math.max(0, ...shown.bonds.map((bond) => bond.force));
  const thick = Math.min(MOST_WIDTH, scale * Math.min(...shown.bodies.map((body) => body.shorter)) * WIDEST * (deep ? how.share : 1));
  const drawn: Drawn = { bodies: 0, hollow: 0, lines: 0, arrows: 0, copies: copies.length };
  const visible = (depth: number) => !deep || depth <= (how.cut - 0.5) * 2 * 0.87 * side + LIFT;
  const parts: { depth: number; draw: () => void }[] = [];
  const halos: (() => void)[] = [];
  const lines: (() => void)[] = [];
  const far = (depth: number) => FOG * Math.min(1, Math.max(0, 0.5 - depth / (1.74 * side)));
  const fog = (depth: number, shape: () => void) => {
    if (!deep) return;
    pen.globalAlpha = far(depth);
    shape();
    pen.globalAlpha = 1;
  };

  const disc = (k: number, shift: [number, number]) => {
    const body = shown.bodies[k] as Body;
    const [px, py, depth] = at(...add(moved(k), shift));
    if (!visible(depth)) return;
    if (!inside(px, py, scale * body.longer, how.size)) return;
    const shrunk = scale * (deep ? how.share : 1);
    parts.push({
      depth,
      draw: () => {
        pen.beginPath();
        pen.ellipse(px, py, shrunk * body.longer, shrunk * body.shorter, -body.angle, 0, 2 * Math.PI);
        if (body.contacts > 0) {
          pen.globalAlpha = deep ? 1 : 0.62;
          pen.fillStyle = css(how.colour(contactPlace(body.contacts, range)));
          pen.fill();
          pen.globalAlpha = 1;
        } else if (deep) {
          pen.globalAlpha = 0.5;
          pen.fillStyle = panel;
          pen.fill();
          pen.globalAlpha = 1;
        }
        pen.lineWidth = k === how.picked ? 3 : 1;
        pen.strokeStyle = body.contacts > 0 ? ink : ink2;
        pen.stroke();
        fog(depth, () => {
          pen.fillStyle = panel;
          pen.strokeStyle = panel;
          pen.fill();
          pen.stroke();
        });
      },
    });
    drawn.bodies++;
    if (body.contacts === 0) drawn.hollow++;
  };
  const line = (k: number, shift: [number, number]) => {
    const bond = shown.bonds[k]!;
    const [first, second] = [moved(bond.first), moved(bond.second)];
    const by = how.arrows ? how.swing * how.reach : 0;
    const way = bond.way.map((value, a) => value + (by === 0 ? 0 : by * (how.arrows![3 * bond.second + a]! - how.arrows![3 * bond.first + a]!)));
    const width = Math.max(0.6, thick * (bond.force / strongest));
    // each end its half: what leaves the box comes back on the other side
    for (const [from, sign] of [[first, 0.5], [second, -0.5]] as const) {
      const [ax, ay, a] = at(...add(from, shift));
      const [bx, by2, b] = at(...add([from[0] + sign * way[0]!, from[1] + sign * way[1]!, from[2] + sign * way[2]!], shift));
      if (!visible(Math.max(a, b)) || !inside((ax + bx) / 2, (ay + by2) / 2, Math.hypot(bx - ax, by2 - ay), how.size)) continue;
      const stroke = (colour: string, more: number) => {
        pen.lineCap = 'round';
        pen.beginPath();
        pen.moveTo(ax, ay);
        pen.lineTo(bx, by2);
        pen.strokeStyle = colour;
        pen.lineWidth = width + more;
        pen.stroke();
      };
      const depth = (a + b) / 2;
      if (deep) {
        parts.push({
          depth,
          draw: () => {
            stroke(panel, HALO);
            stroke(ink, 0);
            fog(depth, () => stroke(panel, 0));
          },
        });
      } else {
        // all halos first: where lines meet none cuts another
        halos.push(() => stroke(panel, HALO));
        lines.push(() => stroke(ink, 0));
      }
    }
    drawn.lines++;
  };

  for (const shift of copies.map(([i, j]): [number, number] => [i * shown.box[0], j * shown.box[1]])) {
    const own = shift[0] === 0 && shift[1] === 0;
    pen.globalAlpha = 1;
    parts.length = halos.length = lines.length = 0;
    shown.bodies.forEach((_, k) => disc(k, shift));
    if (how.forces && strongest > 0) shown.bonds.forEach((_, k) => line(k, shift));
    // stable, and in the plane already in order
    if (deep) parts.sort((one, other) => one.depth - other.depth);
    for (const part of parts) part.draw();
    pen.globalAlpha = 0.6;
    for (const draw of halos) draw();
    pen.globalAlpha = 1;
    for (const draw of lines) draw();
    if (!own) {
      pen.globalAlpha = 0.55;
      pen.fillStyle = panel;
      const [left, top] = at(shift[0], shift[1] + shown.box[1], 0);
      pen.fillRect(left, top, scale * shown.box[0], scale * shown.box[1]);
      pen.globalAlpha = 1;
    }
  }
  if (shown.box[0] > 0) frame(pen, shown, at, ink2, deep);
  if (how.arrows) drawn.arrows = arrows(pen, shown, how, { scale, at, middle, side }, visible, { halo: panel, line: blue });
  return drawn;
}

function add(to: [number, number, number], [x, y]: [number, number]): [number, number, number] {
  return [to[0] + x, to[1] + y, to[2]];
}

function inside(x: number, y: number, reach: number, size: number): boolean {
  return x > -reach && y > -reach && x < size + reach && y < size + reach;
}

/** The edges of the box. */
function frame(pen: CanvasRenderingContext2D, shown: Scene, at: Place['at'], colour: string, deep: boolean): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash([5, 4]);
  const corner = (bits: number) => at(bits & 1 ? shown.box[0] : 0, bits & 2 ? shown.box[1] : 0, bits & 4 ? shown.box[2] : 0);
  for (let one = 0; one < (deep ? 8 : 4); one++)
    for (const bit of deep ? [1, 2, 4] : [1, 2]) {
      if (one & bit) continue;
      const [ax, ay] = corner(one);
      const [bx, by] = corner(one | bit);
      pen.beginPath();
      pen.moveTo(ax, ay);
      pen.lineTo(bx, by);
      pen.stroke();
    }
  pen.setLineDash([]);
}

const HEAD = 6; // pixels
const SHORTEST = 1.5; // pixels

function arrows(pen: CanvasRenderingContext2D, shown: Scene, how: Paint, { at }: Place, visible: (depth: number) => boolean, colours: { halo: string; line: string }): number {
  let count = 0;
  const set = how.arrows as Float32Array;
  shown.bodies.forEach((body, k) => {
    const [ax, ay, depth] = at(body.x, body.y, body.z);
    const [bx, by] = at(body.x + how.reach * set[3 * k]!, body.y + how.reach * set[3 * k + 1]!, body.z + how.reach * set[3 * k + 2]!);
    const length = Math.hypot(bx - ax, by - ay);
    if (!visible(depth) || length < SHORTEST || !inside(ax, ay, length, how.size)) return;
    count++;
    const head = Math.min(HEAD, 0.5 * length);
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    for (const [colour, width] of [[colours.halo, 4], [colours.line, 1.8]] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.beginPath();
      pen.moveTo(ax, ay);
      pen.lineTo(bx, by);
      pen.moveTo(bx - head * (ux - 0.55 * uy), by - head * (uy + 0.55 * ux));
      pen.lineTo(bx, by);
      pen.lineTo(bx - head * (ux + 0.55 * uy), by - head * (uy - 0.55 * ux));
      pen.stroke();
    }
  });
  return count;
}

/** Number of the body under a place of the page, the nearest in front; -1 for none. */
export function under(shown: Scene, how: Pick<Paint, 'size' | 'camera' | 'turn' | 'copies'>, x: number, y: number): number {
  const { scale, at } = place(shown, how);
  let best = -1;
  let front = -Infinity;
  shown.bodies.forEach((body, k) => {
    const [px, py, depth] = at(body.x, body.y, body.z);
    let [dx, dy] = [x - px, y - py];
    if (how.copies && shown.space === 2 && shown.box[0] > 0) {
      dx -= scale * shown.box[0] * Math.round(dx / (scale * shown.box[0]));
      dy -= scale * shown.box[1] * Math.round(dy / (scale * shown.box[1]));
    }
    const [c, s] = [Math.cos(body.angle), Math.sin(body.angle)];
    const [along, across] = [(c * dx - s * dy) / (scale * body.longer), (s * dx + c * dy) / (scale * body.shorter)];
    if (along * along + across * across > 1 || (shown.space === 3 && depth <= front)) return;
    best = k;
    front = depth;
  });
  return best;
}
