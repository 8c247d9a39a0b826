// A network's weights as units and links: its matrices as the server says where they lie.

export interface Matrix {
  from: number;
  inputs: number;
  outputs: number;
  bias: boolean;
}

export interface Link {
  /** Number of the layer from which it leads. */
  layer: number;
  from: number;
  to: number;
  weight: number;
}

export interface NetworkShown {
  /** Units of each layer, inputs first. */
  widths: number[];
  links: Link[];
  /** Of the units of each layer; none for inputs. */
  biases: number[][];
  /** Size of the largest weight. */
  largest: number;
}

/** Units that can be told apart on the page. */
const MOST_LINKS = 2000;

/** Whether there are few enough to draw each. */
export function small(layers: Matrix[]): boolean {
  return layers.length > 0 && layers.reduce((sum, one) => sum + one.inputs * one.outputs, 0) <= MOST_LINKS && layers.every((one) => one.inputs <= 40 && one.outputs <= 40);
}

export function drawing(x: readonly number[], layers: Matrix[]): NetworkShown {
  const first = layers[0];
  const widths = first ? [first.inputs - (first.bias ? 1 : 0)] : [];
  const links: Link[] = [];
  const biases: number[][] = [[]];
  layers.forEach((matrix, layer) => {
    const rows = matrix.inputs - (matrix.bias ? 1 : 0);
    const at = (row: number, column: number) => x[matrix.from + row * matrix.outputs + column] ?? 0;
    widths.push(matrix.outputs);
    for (let row = 0; row < rows; row++) for (let column = 0; column < matrix.outputs; column++) links.push({ layer, from: row, to: column, weight: at(row, column) });
    biases.push(matrix.bias ? Array.from({ length: matrix.outputs }, (_, column) => at(rows, column)) : []);
  });
  return { widths, links, biases, largest: links.reduce((most, one) => Math.max(most, Math.abs(one.weight)), 0) };
}
