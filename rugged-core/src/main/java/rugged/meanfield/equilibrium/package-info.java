/** Equilibrium dynamics of the spherical glass: one equation for one function of one time. */
@NullMarked
package rugged.meanfield.equilibrium;

import org.jspecify.annotations.NullMarked;
