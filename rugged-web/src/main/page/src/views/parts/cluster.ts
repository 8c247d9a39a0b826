// The order in which average linkage puts the rows of a matrix of similarities: rows that are alike stand together.

interface Cluster {
  /** Rows in the order of its tree. */
  rows: number[];
  size: number;
}

/**
 * Average linkage on distances 1 - q, with neighbours of neighbours (Murtagh, Comput. J. 26, 354, 1983): n^2 work. The order of the leaves turns each of two branches so that the ends that meet are the most alike.
 *
 * @param q n rows of n, symmetrical
 */
export function clustered(q: Float32Array | number[], n: number): number[] {
  if (n < 2) return Array.from({ length: n }, (_, i) => i);
  const distance = Float64Array.from(q, (value) => (Number.isFinite(value) ? 1 - value : 2));
  const clusters: (Cluster | undefined)[] = Array.from({ length: n }, (_, i) => ({ rows: [i], size: 1 }));
  const chain: number[] = [];
  for (let left = n; left > 1; ) {
    if (chain.length === 0) chain.push(clusters.findIndex((one) => one !== undefined));
    const last = chain.at(-1) as number;
    const before = chain.at(-2);
    let nearest = before ?? -1;
    let least = before === undefined ? Number.POSITIVE_INFINITY : (distance[last * n + before] as number);
    for (let other = 0; other < n; other++) {
      if (other === last || clusters[other] === undefined) continue;
      const away = distance[last * n + other] as number;
      if (away < least) {
        least = away;
        nearest = other;
      }
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    merge(clusters, distance, n, Math.min(last, nearest), Math.max(last, nearest), q);
    left--;
  }
  return clusters.find((one) => one !== undefined)?.rows ?? [];
}

/** Puts the second into the first. */
function merge(clusters: (Cluster | undefined)[], distance: Float64Array, n: number, into: number, gone: number, q: Float32Array | number[]): void {
  const one = clusters[into] as Cluster;
  const two = clusters[gone] as Cluster;
  for (let k = 0; k < n; k++) {
    if (k === into || k === gone || clusters[k] === undefined) continue;
    const mean = (one.size * (distance[into * n + k] as number) + two.size * (distance[gone * n + k] as number)) / (one.size + two.size);
    distance[into * n + k] = mean;
    distance[k * n + into] = mean;
  }
  clusters[into] = { rows: joined(one.rows, two.rows, q, n), size: one.size + two.size };
  clusters[gone] = undefined;
}

/** One after the other, each turned so that the rows that meet are as alike as can be. */
function joined(one: number[], two: number[], q: Float32Array | number[], n: number): number[] {
  let best: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const first of [one, one.slice().reverse()])
    for (const second of [two, two.slice().reverse()]) {
      const alike = q[(first.at(-1) as number) * n + (second[0] as number)] as number;
      if (alike > most || best.length === 0) {
        most = alike;
        best = [...first, ...second];
      }
    }
  return best;
}
