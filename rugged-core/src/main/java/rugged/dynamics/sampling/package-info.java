/** Dynamics whose stationary law is that of a bath: Langevin, Monte Carlo, hybrid paths, tempering. */
@NullMarked
package rugged.dynamics.sampling;

import org.jspecify.annotations.NullMarked;
