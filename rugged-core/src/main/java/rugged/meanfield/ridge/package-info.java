/** Exact curves of ridge regression on Gaussian data while it is learnt: flow, descent, stochastic descent and Langevin dynamics, for infinitely many inputs. */
@NullMarked
package rugged.meanfield.ridge;

import org.jspecify.annotations.NullMarked;
