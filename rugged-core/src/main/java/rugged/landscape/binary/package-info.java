/** Perceptrons with binary weights: as spins, as a mixing with an output channel, and as a factor graph. */
@NullMarked
package rugged.landscape.binary;

import org.jspecify.annotations.NullMarked;
