/** Analyses of the map of a landscape that a protocol collected: counts, disconnectivity graphs, thermodynamics, kinetics. They read records and never search. */
@NullMarked
package rugged.analysis.atlas;

import org.jspecify.annotations.NullMarked;
