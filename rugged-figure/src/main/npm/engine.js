// Vega and Vega-Lite with no more of their transforms than the figures use.
import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import { parse } from 'vega-parser';
import { resetSVGDefIds } from 'vega-scenegraph';
import * as data from 'vega-transforms';
import { View } from 'vega-view';
import * as layout from 'vega-view-transforms';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { installMetrics } from './metrics.js';

Object.assign(transforms, data, layout, encode);
installMetrics();

const quiet = {
  level: () => quiet,
  error: (...why) => {
    throw new Error(why.join(' '));
  },
  warn: () => quiet,
  info: () => quiet,
  debug: () => quiet,
};

/** A specification may come from a folder that somebody else made: it carries its data, asks for nothing and links nowhere. */
const closed = {
  load: async (uri) => {
    throw new Error(`a figure carries its data; it asked for ${uri}`);
  },
  sanitize: async (uri) => {
    throw new Error(`a figure links nowhere; it named ${uri}`);
  },
};

/**
 * A view of a Vega-Lite specification. A page forbids eval, so expressions can be interpreted; where eval is allowed,
 * compiled expressions are twice as fast.
 */
export function view(specification, interpreted, options) {
  const compiled = compile(specification, { logger: quiet }).spec;
  resetSVGDefIds();
  const expressions = interpreted ? { expr: expressionInterpreter } : {};
  return new View(parse(compiled, null, { ast: interpreted }), { ...expressions, logger: quiet, loader: closed, ...options });
}
