// Bodies in space as discs on the page: turned by two angles, the nearest drawn last.

export interface Disc {
  /** Number of the body. */
  body: number;
  x: number;
  y: number;
  /** From 0 at the back to 1 in front. */
  depth: number;
}

export interface Turn {
  /** About the vertical axis, radians. */
  yaw: number;
  /** About the horizontal axis, radians. */
  pitch: number;
}

/** Discs in the units of the positions about their middle, from back to front. */
export function project(positions: ArrayLike<number>, turn: Turn): { discs: Disc[]; reach: number } {
  const count = Math.floor(positions.length / 3);
  const middle = [0, 0, 0];
  for (let i = 0; i < 3 * count; i++) middle[i % 3]! += (positions[i] as number) / count;
  const [cy, sy, cp, sp] = [Math.cos(turn.yaw), Math.sin(turn.yaw), Math.cos(turn.pitch), Math.sin(turn.pitch)];
  const turned: [number, number, number][] = [];
  let reach = 0;
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [0, 1, 2].map((k) => (positions[3 * i + k] as number) - middle[k]!) as [number, number, number];
    reach = Math.max(reach, Math.hypot(x, y, z));
    const across = cy * x + sy * z;
    const away = -sy * x + cy * z;
    turned.push([across, cp * y - sp * away, sp * y + cp * away]);
  }
  const discs = turned
    .map(([x, y, z], body) => ({ body, x, y, depth: reach > 0 ? 0.5 + (0.5 * z) / reach : 0.5 }))
    .sort((one, other) => one.depth - other.depth);
  return { discs, reach };
}

/** Pairs of bodies nearer than a distance. */
export function contacts(positions: ArrayLike<number>, distance: number, most = 20_000): [number, number][] {
  const count = Math.floor(positions.length / 3);
  const out: [number, number][] = [];
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i && out.length < most; j++) {
      const apart = Math.hypot(...[0, 1, 2].map((k) => (positions[3 * i + k] as number) - (positions[3 * j + k] as number)));
      if (apart < distance) out.push([j, i]);
    }
  return out;
}
