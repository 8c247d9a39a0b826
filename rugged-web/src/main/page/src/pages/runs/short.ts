/** A path of a parameter without the section that it stands in, where that is clear. */
export function short(path: string, among: readonly string[]): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return among.filter((one) => one.slice(one.lastIndexOf('.') + 1) === last).length > 1 ? path : last;
}
