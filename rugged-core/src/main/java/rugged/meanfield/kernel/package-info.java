/** Kernels of networks of infinite width, and regression with them. */
@NullMarked
package rugged.meanfield.kernel;

import org.jspecify.annotations.NullMarked;
