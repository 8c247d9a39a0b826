/** Theory of equilibrium and of stationary points: replicas, TAP, complexity, spectra. */
@NullMarked
package rugged.theory.statics;

import org.jspecify.annotations.NullMarked;
