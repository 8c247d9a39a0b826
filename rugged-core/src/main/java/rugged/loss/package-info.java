/** Losses of an example as a narrow student sees it. */
@NullMarked
package rugged.loss;

import org.jspecify.annotations.NullMarked;
