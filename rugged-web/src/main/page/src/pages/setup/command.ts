/** The word for the machine of the server itself. */
export const LOCAL = 'local';

/** The command line that does what the page would do. */
export function command(study: string, size: string, set: readonly (readonly [string, string])[], edited: boolean, on = LOCAL): string {
  const words = ['rugged', 'run', edited ? 'study.yaml' : quoted(study)];
  if (size !== 'laptop') words.push('--size', quoted(size));
  if (!edited) for (const [path, value] of set) words.push('--set', quoted(`${path}=${value}`));
  if (on !== LOCAL) words.push('--on', quoted(on));
  return words.join(' ');
}

/** A word that a POSIX shell reads as it stands. */
function quoted(word: string): string {
  return /^[\w.,:=/@%+-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}
