// What becomes of a figure when an answer says what is new. Rows that stay are the same objects.
import type { FigureReply } from '../api/types';
import type { Row, Specification } from './specification';

/** The figure after an answer; null while there is nothing to draw. */
export function after(before: Specification | null, reply: FigureReply): Specification | null {
  switch (reply.change) {
    case 'whole':
      return reply.specification as Specification;
    case 'empty':
      return null;
    case 'rows':
      return before === null ? null : changed(before, reply);
    default:
      return before;
  }
}

function changed(before: Specification, reply: FigureReply): Specification {
  const datasets = { ...before.datasets };
  for (const [name, splices] of Object.entries(reply.datasets ?? {})) {
    const rows = [...(datasets[name] ?? [])];
    // the last piece comes first, so the places of the others stay right
    for (const { at, remove, rows: fresh } of splices) rows.splice(at, remove, ...(fresh as Row[]));
    datasets[name] = rows;
  }
  const said = { ...before, datasets, description: reply.description ?? '', usermeta: reply.usermeta as NonNullable<Specification['usermeta']> };
  return before.title ? { ...said, title: { ...before.title, text: reply.smallPrint ?? [] } } : said;
}
