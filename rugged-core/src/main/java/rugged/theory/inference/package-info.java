/** What replica theory says of inference and constraint satisfaction. */
@NullMarked
package rugged.theory.inference;

import org.jspecify.annotations.NullMarked;
