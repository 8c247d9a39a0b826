// The key travels in the fragment of the address once, then lives in local storage, which is separate for each port.
const NAME = 'rugged.key';

/** Takes the key out of the address bar, where it would be bookmarked and seen. */
export function takeKey(): void {
  const given = /^#k=([0-9a-f]{64})$/.exec(location.hash)?.[1];
  if (given === undefined) return;
  localStorage.setItem(NAME, given);
  history.replaceState(null, '', location.pathname + location.search);
}

export function key(): string {
  return localStorage.getItem(NAME) ?? '';
}

export function setKey(text: string): void {
  localStorage.setItem(NAME, text.trim());
}
