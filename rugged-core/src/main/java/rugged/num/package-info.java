/** Numerical kernels that no library does well: vectors, random streams, small solvers. */
@NullMarked
package rugged.num;

import org.jspecify.annotations.NullMarked;
