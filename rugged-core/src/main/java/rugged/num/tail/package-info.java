/** Power laws of numbers: likelihoods of continuous numbers and of integers, where they begin, what else the numbers may follow. */
@NullMarked
package rugged.num.tail;

import org.jspecify.annotations.NullMarked;
