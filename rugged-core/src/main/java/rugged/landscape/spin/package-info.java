/** Ising spins with couplings of pairs that are all there: Sherrington-Kirkpatrick, its bipartite and layered kin, Curie-Weiss; and the directed net of layers. */
@NullMarked
package rugged.landscape.spin;

import org.jspecify.annotations.NullMarked;
