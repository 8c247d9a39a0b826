// The line through stationary points: level at each of them, as the energy is.

export interface Stop {
  place: number;
  energy: number;
}

/** A path of cubics with level ends. */
export function profile(stops: readonly Stop[], px: (place: number) => number, py: (energy: number) => number): string {
  let out = '';
  let before: Stop | undefined;
  for (const stop of stops) {
    const [x, y] = [px(stop.place), py(stop.energy)];
    if (!before) out += `M${x.toFixed(1)},${y.toFixed(1)}`;
    else {
      const [fromX, fromY] = [px(before.place), py(before.energy)];
      const middle = ((fromX + x) / 2).toFixed(1);
      out += `C${middle},${fromY.toFixed(1)} ${middle},${y.toFixed(1)} ${x.toFixed(1)},${y.toFixed(1)}`;
    }
    before = stop;
  }
  return out;
}
