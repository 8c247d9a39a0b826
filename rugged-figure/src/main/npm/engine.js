// Vega and Vega-Lite with no more of their transforms than the figures use.
import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import { parse } from 'vega-parser';
import { resetSVGClipId, resetSVGDefIds } from 'vega-scenegraph';
import * as data from 'vega-transforms';
import { View } from 'vega-view';
import * as layout from 'vega-view-transforms';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { installMetrics } from './metrics.js';

Object.assign(transforms, data, layout, encode);
installMetrics();

const quiet = { level: () => quiet, error: (...why) => { throw new Error(why.join(' ')); }, warn: () => quiet, info: () => quiet, debug: () => quiet };

/** A view of a Vega-Lite specification. Expressions are interpreted, so that no page needs to allow eval. */
export function view(specification, options) {
  const compiled = compile(specification, { logger: quiet }).spec;
  resetSVGClipId();
  resetSVGDefIds?.();
  return new View(parse(compiled, null, { ast: true }), { expr: expressionInterpreter, logger: quiet, ...options });
}
