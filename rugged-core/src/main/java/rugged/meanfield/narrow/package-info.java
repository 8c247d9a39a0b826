/** Narrow networks in high dimension, which see their input through a few projections: losses, channels, and state evolution. */
@NullMarked
package rugged.meanfield.narrow;

import org.jspecify.annotations.NullMarked;
