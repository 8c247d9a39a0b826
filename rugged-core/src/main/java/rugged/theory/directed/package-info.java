/** Theory of directed nets of stochastic units, which have no energy and no equilibrium: each layer is drawn given the one before. */
@NullMarked
package rugged.theory.directed;

import org.jspecify.annotations.NullMarked;
