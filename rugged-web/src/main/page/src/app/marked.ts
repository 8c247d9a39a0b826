// Moments that the budgets of the page are measured by: only the last of each kind is kept.

/** Marks that something stands on the screen, or came in; told to whoever observes the marks of the page. */
export function marked(name: string, detail: unknown): void {
  requestAnimationFrame(() => at(name, detail));
}

export function at(name: string, detail: unknown): void {
  performance.clearMarks(name);
  performance.mark(name, { detail });
}
