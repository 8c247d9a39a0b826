/** Energies of atoms that landscapes and data share, and how they are quenched. */
@NullMarked
package rugged.compose.atoms;

import org.jspecify.annotations.NullMarked;
