/** Graphs of minima and passes: components, barriers, trees of what is joined below an energy. */
@NullMarked
package rugged.num.graph;

import org.jspecify.annotations.NullMarked;
