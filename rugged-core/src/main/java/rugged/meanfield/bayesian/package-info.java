/** Bayesian networks whose width is proportional to the number of examples: kernels and how finite width rescales them. */
@NullMarked
package rugged.meanfield.bayesian;

import org.jspecify.annotations.NullMarked;
