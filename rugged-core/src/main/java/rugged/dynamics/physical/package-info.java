/** Local rules by which the edges of a physical network learn. */
@NullMarked
package rugged.dynamics.physical;

import org.jspecify.annotations.NullMarked;
