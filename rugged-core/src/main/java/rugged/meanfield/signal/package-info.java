/** Signals and gradients through deep networks of infinite width with random weights: maps from layer to layer, their fixed points and depth scales. */
@NullMarked
package rugged.meanfield.signal;

import org.jspecify.annotations.NullMarked;
