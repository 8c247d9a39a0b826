/** Descent along gradients of batches, with and without memory, momentum and curvature. */
@NullMarked
package rugged.dynamics.stochastic;

import org.jspecify.annotations.NullMarked;
