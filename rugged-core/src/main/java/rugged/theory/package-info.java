/** Theories solved beside the simulations. */
@NullMarked
package rugged.theory;

import org.jspecify.annotations.NullMarked;
