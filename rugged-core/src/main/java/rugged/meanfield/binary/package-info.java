/** The perceptron with binary weights: what a pattern asks of its field, and the replica-symmetric equations. */
@NullMarked
package rugged.meanfield.binary;

import org.jspecify.annotations.NullMarked;
