import type { Component } from 'svelte';
import type { AboutServer } from '../api/types';

export interface Page {
  path: string;
  title: string;
  /** Letter after g; pages without one are reached from others. */
  key: string;
  load: () => Promise<{ default: Component<{ about: AboutServer }> }>;
}

const catalogue: Page = { path: '', title: 'Catalogue', key: 'c', load: () => import('../pages/catalogue/Catalogue.svelte') };
const setup: Page = { path: 'setup', title: 'Set up', key: '', load: () => import('../pages/setup/Setup.svelte') };
const runs: Page = { path: 'runs', title: 'Runs', key: 'r', load: () => import('../pages/runs/Runs.svelte') };
const trash: Page = { path: 'trash', title: 'Trash', key: '', load: () => import('../pages/trash/Trash.svelte') };
const run: Page = { path: 'run', title: 'Run', key: '', load: () => import('../pages/run/Run.svelte') };
const compare: Page = { path: 'compare', title: 'Compare', key: 'p', load: () => import('../pages/compare/Compare.svelte') };
const validation: Page = { path: 'validation', title: 'Validation', key: 'v', load: () => import('../pages/validation/Validation.svelte') };
const machine: Page = { path: 'machine', title: 'Machine', key: 'm', load: () => import('../pages/machine/Machine.svelte') };
const missing: Page = { path: '', title: 'Not here', key: '', load: () => import('../pages/missing/Missing.svelte') };

export const pages: Page[] = [catalogue, runs, compare, validation, machine, setup, run, trash];

/** The page of an address; one that says so where there is none. */
export function pageOf(segments: string[]): Page {
  const [first] = segments;
  if (first === undefined) return catalogue;
  return pages.find((page) => page.path !== '' && page.path === first) ?? missing;
}
