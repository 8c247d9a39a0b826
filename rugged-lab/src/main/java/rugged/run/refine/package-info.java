/** Grids that become finer where the answer changes. */
@NullMarked
package rugged.run.refine;

import org.jspecify.annotations.NullMarked;
