/** Soft committees with weight decay in the high-temperature limit: their free energy, its minima and where these meet. */
@NullMarked
package rugged.meanfield.decay;

import org.jspecify.annotations.NullMarked;
