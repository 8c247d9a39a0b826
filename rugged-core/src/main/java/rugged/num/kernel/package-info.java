/** Kernels over arrays, in vectors and in plain Java, and the choice between them. */
@NullMarked
package rugged.num.kernel;

import org.jspecify.annotations.NullMarked;
