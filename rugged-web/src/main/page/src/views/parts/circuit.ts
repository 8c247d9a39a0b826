// A network of conductances as circles and lines, from the arrays of circuit-portrait.
import type { Frames } from './array';

export interface Wire {
  edge: number;
  conductance: number;
  /** Ends in the unit square; two pieces where the wire leaves by a border and comes in by the opposite one. */
  pieces: [number, number, number, number][];
}

export interface Node {
  x: number;
  y: number;
  potential: number;
  /** "input 1 +", "output 2 −", in the order of pairs. */
  marks: string[];
  input: boolean;
  output: boolean;
}

export interface Scene {
  nodes: Node[];
  wires: Wire[];
  inputs: number;
  outputs: number;
  /** The largest conductance. */
  strongest: number;
}

const EDGE = 5;
const PAIR = 3;
const NEAR = 1e-4; // of the square: places are float32

export function circuit(nodes: Frames, edges: Frames, pairs: Frames, input: number): Scene {
  const width = nodes.shape[1] ?? 2;
  const all: Node[] = Array.from({ length: nodes.shape[0] ?? 0 }, (_, i) => ({
    x: nodes.values[i * width]!,
    y: nodes.values[i * width + 1]!,
    potential: input < width - 2 ? nodes.values[i * width + 2 + input]! : Number.NaN,
    marks: [],
    input: false,
    output: false,
  }));
  let inputs = 0;
  let outputs = 0;
  for (let k = 0; k < (pairs.shape[0] ?? 0); k++) {
    const [first, second, kind] = pairs.values.subarray(k * PAIR, (k + 1) * PAIR);
    const name = kind ? `input ${++inputs}` : `output ${++outputs}`;
    for (const [at, sign] of [[first!, '+'], [second!, '−']] as const) {
      const node = all[at]!;
      node.marks.push(`${name} ${sign}`);
      if (kind) node.input = true;
      else node.output = true;
    }
  }
  const wires: Wire[] = [];
  let strongest = 0;
  for (let e = 0; e < (edges.shape[0] ?? 0); e++) {
    const [tail, head, conductance, dx, dy] = edges.values.subarray(e * EDGE, (e + 1) * EDGE) as unknown as [number, number, number, number, number];
    const from = all[tail]!;
    const to = all[head]!;
    const pieces: Wire['pieces'] = [[from.x, from.y, from.x + dx, from.y + dy]];
    if (Math.hypot(from.x + dx - to.x, from.y + dy - to.y) > NEAR) pieces.push([to.x - dx, to.y - dy, to.x, to.y]);
    wires.push({ edge: e, conductance, pieces });
    strongest = Math.max(strongest, conductance);
  }
  return { nodes: all, wires, inputs, outputs, strongest };
}

/** The largest size of a potential, 0 for none. */
export function reach(scene: Scene): number {
  return scene.nodes.reduce((most, node) => (Number.isFinite(node.potential) ? Math.max(most, Math.abs(node.potential)) : most), 0);
}
