/** Rules by which a state moves in a landscape. */
@NullMarked
package rugged.dynamics;

import org.jspecify.annotations.NullMarked;
