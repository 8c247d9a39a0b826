/** Theories of networks that learn as kernels. */
@NullMarked
package rugged.theory.kernel;

import org.jspecify.annotations.NullMarked;
