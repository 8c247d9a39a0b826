import { changeset } from 'vega-dataflow';
import { SVGStringRenderer } from 'vega-scenegraph';
import { view } from './engine.js';
import { runs } from './markup.js';
import { width } from './metrics.js';
import { setLabels, showAll, tooltip } from './page.js';

export { changeset, runs, setLabels, showAll, tooltip, view, width };

/** The drawing of a specification as SVG text, with the markup of its labels still as written. */
export function svg(specification) {
  const drawn = view(JSON.parse(specification), false, { renderer: 'none' }).run();
  const renderer = new SVGStringRenderer();
  renderer.initialize(null, drawn._viewWidth, drawn._viewHeight, drawn._origin, 1);
  renderer.background(drawn.background());
  const text = renderer.render(drawn.scenegraph().root).svg();
  drawn.finalize();
  return text;
}
