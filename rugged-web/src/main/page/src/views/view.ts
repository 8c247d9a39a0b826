// What a view of the Landscape tab is: one file in this folder that exports `title`, `accepts` and a component.
import type { Component } from 'svelte';
import type { RunDetail, ViewItem } from '../api/types';

export interface ViewProps {
  detail: RunDetail;
  /** What this view can show of the run. */
  items: ViewItem[];
  /** State in the address that belongs to the view: array, frame, select, across. */
  rest: Record<string, string>;
  /** Key of the chosen point; empty for none. */
  point: string;
  change: (next: { rest?: Record<string, string>; point?: string }) => void;
}

export interface View {
  /** In the address. */
  name: string;
  title: string;
  accepts: (item: ViewItem, detail: RunDetail) => boolean;
  component: Component<ViewProps>;
}

interface Module {
  default: Component<ViewProps>;
  title: string;
  accepts: (item: ViewItem, detail: RunDetail) => boolean;
}

const found = import.meta.glob<Module>('./*.svelte', { eager: true });

export const views: View[] = Object.entries(found)
  .map(([file, module]) => ({
    name: file.slice(2, -'.svelte'.length).toLowerCase(),
    title: module.title,
    accepts: module.accepts,
    component: module.default,
  }))
  .sort((one, other) => one.title.localeCompare(other.title));
