/** Unknown vectors, several at once, that samples see through projections: what message passing in matrix form asks of a model. */
@NullMarked
package rugged.api.mixing;

import org.jspecify.annotations.NullMarked;
