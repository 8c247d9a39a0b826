/** What chains in a posterior have come to. */
@NullMarked
package rugged.analysis.bayesian;

import org.jspecify.annotations.NullMarked;
