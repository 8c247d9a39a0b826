/** Equilibrium, ground states and metastable states of mean-field glasses. */
@NullMarked
package rugged.meanfield.statics;

import org.jspecify.annotations.NullMarked;
