/** Narrow networks in high dimension: a student sees inputs through a few projections, and learns from examples of a teacher who does. */
@NullMarked
package rugged.landscape.narrow;

import org.jspecify.annotations.NullMarked;
