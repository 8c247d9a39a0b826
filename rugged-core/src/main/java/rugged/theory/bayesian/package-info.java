/** Theories of Bayesian networks. */
@NullMarked
package rugged.theory.bayesian;

import org.jspecify.annotations.NullMarked;
