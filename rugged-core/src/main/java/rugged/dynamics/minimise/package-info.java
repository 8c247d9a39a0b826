/** Minimisers: dynamics that seek the bottom of a landscape by gradients and products of its Hessian with vectors, and never form a Hessian. */
@NullMarked
package rugged.dynamics.minimise;

import org.jspecify.annotations.NullMarked;
