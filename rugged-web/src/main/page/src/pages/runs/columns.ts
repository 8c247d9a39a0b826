/** Paths of parameters whose values are not the same in all runs, in the order in which they are met. */
export function differing(runs: readonly { parameters?: Readonly<Record<string, string>> | undefined }[]): string[] {
  const first = new Map<string, string | undefined>();
  const differ = new Set<string>();
  runs.forEach((run, index) => {
    for (const [path, value] of Object.entries(run.parameters ?? {})) {
      if (!first.has(path)) {
        first.set(path, value);
        if (index > 0) differ.add(path);
      } else if (first.get(path) !== value) differ.add(path);
    }
    for (const path of first.keys()) if (run.parameters?.[path] === undefined) differ.add(path);
  });
  return [...first.keys()].filter((path) => differ.has(path));
}
