/** Dynamical mean field of the spherical glass at very long times: whole rows of C(t, .) and R(t, .) solved at once on a grid of ratios t'/t. */
@NullMarked
package rugged.meanfield.aging;

import org.jspecify.annotations.NullMarked;
