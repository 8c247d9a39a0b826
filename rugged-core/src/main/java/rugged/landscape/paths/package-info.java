/** Weights on paths through layered networks. */
@NullMarked
package rugged.landscape.paths;

import org.jspecify.annotations.NullMarked;
