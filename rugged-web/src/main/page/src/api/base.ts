// Where the laboratory is shown: a proxy may put it below a path.
const given = document.querySelector<HTMLMetaElement>('meta[name=base]')?.content ?? '/';

/** Address of the laboratory, with a slash at its end. */
export const base: string = new URL(given, location.origin).href;
