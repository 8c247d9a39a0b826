/** Glasses of spins: spherical and Ising p-spin, random energies, and the tensors of their couplings. */
@NullMarked
package rugged.landscape.glass;

import org.jspecify.annotations.NullMarked;
