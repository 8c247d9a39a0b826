/** Where continuous states live: the operations that dynamics, spectra and observables ask of a space, so that none of them asks which space it is; and when two ellipses touch. */
@NullMarked
package rugged.geometry;

import org.jspecify.annotations.NullMarked;
