/** Moves that leave an energy as it is: rotations and permutations of atoms, permutations and signs of hidden units, the sign of a state. */
@NullMarked
package rugged.compose.symmetry;

import org.jspecify.annotations.NullMarked;
