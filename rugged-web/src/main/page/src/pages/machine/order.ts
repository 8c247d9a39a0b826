/** The list with one item taken to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  if (from < 0 || from >= rest.length) return rest;
  const [one] = rest.splice(from, 1);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, one as T);
  return rest;
}
