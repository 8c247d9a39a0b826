/** Theory of what depends on time: mean field of the dynamics, short times, gradient flow at p = 2. */
@NullMarked
package rugged.theory.aging;

import org.jspecify.annotations.NullMarked;
