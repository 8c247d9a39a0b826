/** Narrow networks in high dimension: what training ends at, and how message passing gets there. */
@NullMarked
package rugged.theory.narrow;

import org.jspecify.annotations.NullMarked;
