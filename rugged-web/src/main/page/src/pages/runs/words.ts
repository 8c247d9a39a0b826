/** A time in the two largest units that it fills. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const units: [number, string][] = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  const whole = Math.round(seconds);
  const at = units.findIndex(([size]) => whole >= size);
  const [size, word] = units[at] ?? [1, 's'];
  const [below, smaller] = units[at + 1] ?? [1, ''];
  const rest = Math.floor((whole % size) / below);
  return `${Math.floor(whole / size)} ${word}${rest > 0 && smaller ? ` ${rest} ${smaller}` : ''}`;
}

/** How long ago, in one unit. */
export function ago(seconds: number): string {
  const units: [number, string][] = [[86400, 'd'], [3600, 'h'], [60, 'min']];
  const [size, word] = units.find(([unit]) => seconds >= unit) ?? [1, 's'];
  return `${Math.floor(seconds / size)} ${word} ago`;
}

export function bytes(count: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** When a run began, as people at this machine write it; seconds do not matter in a list. */
export function when(iso: string): string {
  const date = new Date(iso);
  if (iso === '' || Number.isNaN(date.getTime())) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A path of a parameter without the section that it stands in, where that is clear. */
export function short(path: string, among: readonly string[]): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return among.filter((one) => one.slice(one.lastIndexOf('.') + 1) === last).length > 1 ? path : last;
}
