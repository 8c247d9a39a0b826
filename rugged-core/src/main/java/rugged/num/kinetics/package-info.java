/** Minima as states of a Markov process: equilibrium, rates, first-passage times, relaxation, and how complete a sample is. */
@NullMarked
package rugged.num.kinetics;

import org.jspecify.annotations.NullMarked;
