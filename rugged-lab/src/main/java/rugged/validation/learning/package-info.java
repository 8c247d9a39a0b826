/** Reference values of learning: students, networks and their priors. */
@NullMarked
package rugged.validation.learning;

import org.jspecify.annotations.NullMarked;
