/** Repulsive particles in a periodic box: discs and spheres at a packing fraction that a protocol can move. */
@NullMarked
package rugged.landscape.packing;

import org.jspecify.annotations.NullMarked;
