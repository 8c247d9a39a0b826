/** Landscapes of networks whose features stay as they are. */
@NullMarked
package rugged.landscape.kernel;

import org.jspecify.annotations.NullMarked;
