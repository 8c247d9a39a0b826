/** Graphs of a physical network. */
@NullMarked
package rugged.graph;

import org.jspecify.annotations.NullMarked;
