/** What chains in the posterior of a Bayesian network predict, and whether they have converged. */
@NullMarked
package rugged.observable.bayesian;

import org.jspecify.annotations.NullMarked;
