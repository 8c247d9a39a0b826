// The address is the state: what is shown can always be found again from it.
import { base } from '../api/base';

export interface Place {
  /** Segments of the path below the base. */
  segments: string[];
  query: URLSearchParams;
  /** The fragment without its sign: a study too long for the query. */
  fragment: string;
}

/** A segment as it was meant; what no text encodes so stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function read(): Place {
  const above = new URL(base).pathname;
  const rest = location.pathname.startsWith(above) ? location.pathname.slice(above.length) : location.pathname;
  return {
    segments: rest.split('/').filter(Boolean).map(decoded),
    query: new URLSearchParams(location.search),
    fragment: location.hash.slice(1),
  };
}

class Router {
  place = $state.raw<Place>(read());

  refresh = (): void => {
    this.place = read();
  };
}

export const router = new Router();

/** Address of a page below the base, for links. */
export function address(path: string, query: Record<string, string | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') parameters.set(name, value);
  const text = parameters.toString();
  return new URL(path.replace(/^\//, '') + (text ? `?${text}` : ''), base).href;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Goes to a page; what was about to be written into the address of the last one is not. */
export function navigate(href: string): void {
  clearTimeout(waiting);
  if (href !== location.href) history.pushState(null, '', href);
  router.refresh();
  scrollTo(0, 0);
}

/** Changes the address of the page that is shown, at most every 150 ms, without a step in the history. */
export function replace(query: URLSearchParams, fragment = ''): void {
  const text = query.toString();
  const href = location.pathname + (text ? `?${text}` : '') + (fragment ? `#${fragment}` : '');
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, '', href);
    router.refresh();
  }, 150);
}

/** Follows links of the page itself without loading it anew. */
export function start(): void {
  addEventListener('popstate', router.refresh);
  addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (new URL(link.href).pathname.includes('/api/')) return;
    event.preventDefault();
    navigate(link.href);
  });
}
