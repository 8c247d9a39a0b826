/** Dynamical mean field of the spherical glass on a uniform grid of times: slow, and plain enough to be the judge of other solvers. */
@NullMarked
package rugged.meanfield.uniform;

import org.jspecify.annotations.NullMarked;
