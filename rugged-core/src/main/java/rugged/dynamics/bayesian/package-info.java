/** Samplers of the posterior of a network that draw part of its weights at once. */
@NullMarked
package rugged.dynamics.bayesian;

import org.jspecify.annotations.NullMarked;
