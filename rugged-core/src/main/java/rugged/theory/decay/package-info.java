/** Soft committees with weight decay in equilibrium: order parameters, and where these change. */
@NullMarked
package rugged.theory.decay;

import org.jspecify.annotations.NullMarked;
