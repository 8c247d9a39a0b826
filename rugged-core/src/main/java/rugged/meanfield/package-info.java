/** Closed equations of mean-field models as pure functions of numbers. */
@NullMarked
package rugged.meanfield;

import org.jspecify.annotations.NullMarked;
