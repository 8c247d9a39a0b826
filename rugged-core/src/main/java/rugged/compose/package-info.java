/** Models and steppers made of others: a tilted landscape, replicas in step, a field with its needs, the noise of a gradient. */
@NullMarked
package rugged.compose;

import org.jspecify.annotations.NullMarked;
